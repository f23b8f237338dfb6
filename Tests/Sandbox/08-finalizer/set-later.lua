-- A finalizer that is set once the metatable is in place never runs.
-- result: "no finalizer ran"
local function spin() while true do end end

return {
  name = "set-later",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local meta = { __gc = nil }
    for _ = 1, 100 do setmetatable({}, meta) end
    meta.__gc = spin
    local garbage = {}
    for i = 1, 20000 do garbage[i % 7] = { i } end
    return "no finalizer ran"
  end,
}
