-- Random arguments to the table functions, on plain tables and on ones with metamethods.
local random = ...

local function pick(list) return list[random(#list)] end

local function elements(count)
  local list = {}
  for at = 1, count do list[at] = random(100) end
  return list
end

-- A list behind metamethods, which also counts what is asked of it.
local function proxy(list)
  local reads, writes = 0, 0
  return setmetatable({}, {
    __len = function() return #list end,
    __index = function(_, at) reads = reads + 1 return list[at] end,
    __newindex = function(_, at, value) writes = writes + 1 list[at] = value end,
  }), function() return reads .. "/" .. writes end
end

local function index()
  return pick { 0, 1, 2, 3, 5, 6, -1, 10, math.maxinteger, math.mininteger, math.maxinteger - 1, 2.0, "2", 1.5, "x" }
end

-- Within one list's length: stock Lua would count to the largest integer.
local function near() return pick { -2, 0, 1, 2, 3, 5, 7, 2.0, "2", 1.5 } end

local function dump(list)
  local parts = {}
  for at = -3, 16 do parts[#parts + 1] = tostring(list[at]) end
  return table.concat(parts, " ")
end

return function(show)
  local list = elements(random(7) - 1)
  local target, counts = list, function() return "" end
  if random(3) == 1 then target, counts = proxy(list) end
  local kind = random(7)
  if kind == 1 then
    show("insert", pcall(table.insert, target, index(), random(9)))
    show("insert", pcall(table.insert, target, random(9)))
  elseif kind == 2 then
    show("remove", pcall(table.remove, target, random(2) == 1 and index() or nil))
  elseif kind == 3 then
    local other = random(3) == 1 and {} or nil
    local ok, moved = pcall(table.move, target, near(), near(), near(), other)
    show("move", ok, ok and (moved == target or moved == other) or moved, dump(other or {}))
    show("move", (select(2, pcall(table.move, {}, math.mininteger, math.maxinteger, 1))))
    show("move", (select(2, pcall(table.move, {}, 1, 9, math.maxinteger - 3))))
  elseif kind == 4 then
    show("concat", pcall(table.concat, target, pick { nil, ",", 1 }, near(), near()))
  elseif kind == 5 then
    show("unpack", pcall(table.unpack, target, near(), near()))
    show("unpack", pcall(table.unpack, {}, index(), index()))
    show("pack", table.pack(table.unpack(list)).n)
  elseif kind == 6 then
    show("sort", pcall(table.sort, list, pick { nil, function(a, b) return a > b end }))
    local words = {}
    for at = 1, random(20) do words[at] = string.char(random(3) + 64, random(200), 64) end
    table.sort(words)
    show("sort", table.concat(words, ","))
    local mixed = { 3, 1.5, -2, 2 ^ 53, math.mininteger, 0.0, random(9) + 0.25 }
    table.sort(mixed)
    show("sort", table.concat(mixed, " "))
  else
    show("type", pcall(pick { table.insert, table.remove, table.concat, table.unpack }, pick { nil, 1, "x", true }, 1, 2))
    show("select", pcall(select, near(), 1, 2, 3))
    show("ipairs", pcall(function()
      local all = {}
      for at, value in ipairs(target) do all[#all + 1] = at .. "=" .. value end
      return table.concat(all, " ")
    end))
    show("rawlen", rawlen(list), #target, next({}), rawequal(list, target))
  end
  show(dump(list), counts())
end
