-- Random arguments to the other string functions, and to utf8.
local random = ...

local function pick(list) return list[random(#list)] end

local numbers = {
  0, 1, -1, 2, 3, 10, 255, 256, -7, 0.5, -0.0, 1e15, 1e100, 123456.789, 2 ^ 53, 2 ^ 63, 1 / 0, -1 / 0, 3.0,
  math.maxinteger, math.mininteger,
}
local strings = { "", "a", "abc", "10", "0x10", "1e1", " 7 ", "a\0b", "x\n\"\\\r\1272", "\xe9t\xc3\xa9", ("long"):rep(40) }
local flags = { "", "", "-", "+", " ", "#", "0", "-0", "+ ", "--" }
local widths = { "", "", "5", "12", "05", "99", "100", "1" }
local precisions = { "", "", ".", ".3", ".0", ".20", ".99", ".100" }
local letters = { "d", "i", "u", "o", "x", "X", "c", "a", "A", "e", "E", "f", "F", "g", "G", "s", "q", "%", "y", "" }

local function any()
  local kind = random(8)
  if kind <= 4 then return pick(numbers) end
  if kind <= 6 then return pick(strings) end
  return pick { true, false, setmetatable({}, { __tostring = function() return "T" end, __name = "N" }) }
end

local function format()
  local spec = "%" .. pick(flags) .. pick(widths) .. pick(precisions) .. pick(letters)
  if random(3) == 1 then return "<" .. spec .. "|" .. spec .. ">" end
  return spec
end

local named = { "byte", "char", "len", "lower", "upper", "reverse", "sub", "rep" }
local bytes = { "a", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "\xe2\x82", "\xfd\xbf\xbf\xbf\xbf\xbf" }

local function small()
  return pick { 0, 1, 2, 3, -1, -2, 5, 100, -100, math.mininteger, math.maxinteger, 2.0, 2.5, "2", "x" }
end

return function(show)
  local spec = format()
  show("format", spec, pcall(string.format, spec, any(), any()))
  local name = pick(named)
  local s = pick(strings)
  if name == "rep" then
    local count = pick { 0, 1, 2, 7, 100, -1, math.mininteger, 2.0, "3", "x", 1.5, math.maxinteger }
    local text = count == math.maxinteger and pick { "ab", "abc" } or s
    show(name, text, count, pcall(string.rep, text, count, pick { nil, ",", "", ", " }))
  elseif name == "char" then
    show(name, pcall(string.char, random(300) - 20, random(255)))
  else
    show(name, s, pcall(string[name], s, small(), small()))
  end
  show("byte", pcall(string.byte, pick(strings), small(), small()))
  local text = {}
  for _ = 1, random(5) do text[#text + 1] = pick(bytes) end
  text = table.concat(text)
  local lax = random(2) == 1
  show("len", text, pcall(utf8.len, text, small(), small(), lax))
  show("codepoint", text, pcall(utf8.codepoint, text, small(), small(), lax))
  show("offset", text, pcall(utf8.offset, text, small(), small()))
  show("char", pcall(utf8.char, pick { 0, 65, 233, 0x20ac, 0x10ffff, 0x7fffffff, -1 }))
  -- Lua 5.4.4 accepts stray continuation bytes in utf8.codes; whole sequences are the same.
  if utf8.len(text, 1, -1, lax) then
    show("codes", text, pcall(function()
      local all = {}
      for p, c in utf8.codes(text, lax) do all[#all + 1] = p .. ":" .. c end
      return table.concat(all, " ")
    end))
  end
  show("tostring", tostring(any()))
  show("tonumber", pcall(tonumber, pick(strings), pick { nil, 10, 16, 2, 36 }))
end
