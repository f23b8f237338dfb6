-- Every function of the libraries with the least, the greatest, fractional and infinite numbers.
-- limit: cpu=5s,memory=64M
-- result: true
local values = {
  math.mininteger, math.mininteger + 1, math.maxinteger, math.maxinteger - 1, 0, -1, 1, -0.0, 1.5, 2 ^ 63, -2 ^ 63,
  0 / 0, 1 / 0, -1 / 0,
}
-- What needs all time or all memory when it is called so is in cases 12 and 13.
local unbounded = { move = true, rep = true }

local function try(f, calls)
  for _, first in ipairs { "abc", { 1, 2, 3 }, false } do
    for _, a in ipairs(values) do
      if first then pcall(f, first, a) else pcall(f, a) end
      for _, b in ipairs(values) do
        if first then pcall(f, first, a, b) pcall(f, first, "x", a, b) else pcall(f, a, b) end
        calls = calls + 3
      end
    end
  end
  return calls
end

return {
  name = "libraries",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local calls = 0
    for _, library in ipairs { string, table, utf8, math, os } do
      for name, f in pairs(library) do
        if type(f) == "function" and not unbounded[name] then calls = try(f, calls) end
      end
    end
    for _, f in ipairs { select, tonumber, rawget, rawlen, next, load, tostring, type, ipairs, pairs, rawequal } do
      calls = try(f, calls)
    end
    return calls > 10000
  end,
}
