-- A metatable that is made weak under its table: stock Lua frees it twice.
-- limit: memory=12M,cpu=20s
return {
  name = "made-weak-later",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local meta, keep = {}, {}
    local mt = setmetatable({}, meta)
    local t = setmetatable({}, mt)
    meta.__mode = "v"
    local function build(n)
      local map = {}
      for i = 1, n do map["k" .. i] = i end --! memory
      return map
    end
    local function forget() local _a, _b, _c, _d, _e, _f, _g, _h = 1, 2, 3, 4, 5, 6, 7, 8 end
    for i = 1, 1e9 do --! memory
      keep[i] = ("x"):rep(50000) .. i --! memory
      for _, n in ipairs { 1024, 4096 } do --! memory
        local map = build(n) mt.__newindex = map map = nil forget() t.x = 1 rawset(t, "x", nil) --! memory
      end
    end
  end,
}
