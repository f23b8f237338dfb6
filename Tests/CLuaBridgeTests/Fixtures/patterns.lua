-- Random patterns on random subjects through find, match, gmatch and gsub.
local random = ...

local letters = { "a", "b", "c", "A", "1", " ", ".", "-", "(", ")", "%", "\0", "\xe9", "_" }
local classes = { "a", "c", "d", "g", "l", "p", "s", "u", "w", "x", "A", "D", "S", "W", "z", ".", "-", "%" }
local sets = { "[ab]", "[^a]", "[a-c]", "[%a1]", "[^%s]", "[]]", "[^]a]", "[a-]", "[-a]", "[%-a]", "[a", "[^", "[]", "[%", "[a-%a]", "[%a-z]" }
local signs = { "", "", "", "*", "+", "-", "?" }

local function pick(list) return list[random(#list)] end

local function item()
  local kind = random(16)
  if kind <= 4 then return pick { "a", "b", "c", " ", "1" } .. pick(signs) end
  if kind <= 6 then return "." .. pick(signs) end
  if kind <= 9 then return "%" .. pick(classes) .. pick(signs) end
  if kind <= 11 then return pick(sets) .. pick(signs) end
  if kind == 12 then return pick { "(", ")", "()", "(a)", "(.-)", "(%w*)" } end
  if kind == 13 then return "%" .. random(3) end
  if kind == 14 then return pick { "%b()", "%bab", "%b", "%ba" } end
  if kind == 15 then return pick { "%f[%w]", "%f[^a]", "%f", "%fa" } end
  return pick { "^", "$", "%", "*", "]" }
end

local function pattern()
  local parts = {}
  if random(5) == 1 then parts[1] = "^" end
  for _ = 1, random(5) do parts[#parts + 1] = item() end
  if random(5) == 1 then parts[#parts + 1] = "$" end
  return table.concat(parts)
end

local function subject()
  local parts = {}
  for _ = 1, random(14) - 1 do parts[#parts + 1] = pick(letters) end
  return table.concat(parts)
end

local function position()
  local kind = random(6)
  if kind <= 3 then return nil end
  if kind == 4 then return random(20) - 10 end
  return pick { 0, 1, -1, math.maxinteger, math.mininteger, 2.0 }
end

local replacements = {
  "x", "<%0>", "%1", "%2", "%%", "%", "%a", "", 7,
  { a = "A", b = false, c = 3, [1] = "one" },
  function(...) return select("#", ...) end,
  function(a) if a == "a" then return nil end return a end,
  function() return false end,
  function() return {} end,
}

return function(show)
  local s, p, at = subject(), pattern(), position()
  show("find", s, p, at, pcall(string.find, s, p, at, random(8) == 1))
  show("match", s, p, at, pcall(string.match, s, p, at))
  show("gmatch", pcall(function()
    local found = {}
    for a, b in string.gmatch(s, p, at) do
      found[#found + 1] = tostring(a) .. "," .. tostring(b)
      if #found > 40 then break end
    end
    return table.concat(found, ";")
  end))
  local most = random(4) == 1 and random(4) - 2 or nil
  show("gsub", s, p, pcall(string.gsub, s, p, pick(replacements), most))
end
