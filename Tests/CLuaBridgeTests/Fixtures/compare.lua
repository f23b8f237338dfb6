-- Prints what a script of this folder makes of a seed. DifferentialTests puts script and this file into
-- one chunk and runs it in Debian's lua5.4 and in the sandbox; both have to print the same.
local script, seed, rounds = ...

local state = math.tointeger(seed) * 2 + 1
local function random(most)
  state = (state * 6364136223846793005 + 1442695040888963407) & 0x7fffffffffffffff
  return (state >> 33) % most + 1
end

local function text(value)
  if type(value) == "string" then
    return '"' .. value:gsub("[^ -~]", function(c) return "\\" .. c:byte() end) .. '"'
  end
  if type(value) == "table" or type(value) == "function" then return type(value) end
  return math.type(value) == "float" and ("%.17g f"):format(value) or tostring(value)
end

local function show(...)
  local parts = table.pack(...)
  for at = 1, parts.n do parts[at] = text(parts[at]) end
  print(table.concat(parts, " "))
end

local round = script(random)
for _ = 1, rounds do round(show) end
