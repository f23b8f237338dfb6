-- Finds what stands in brackets, and what stands before it.

local brackets = {}

local closers = {
  ["("] = ")", ["["] = "]", ["（"] = "）", ["［"] = "］", ["〔"] = "〕", ["【"] = "】",
}
-- All that may begin a bracket.
brackets.openers = {}
for opener in pairs(closers) do brackets.openers[#brackets.openers + 1] = opener end

-- Extracted text mixes widths: `（term)` closes as well as `（term）`.
local alike = { ["）"] = ")", ["］"] = "]" }

local function matches(opener, closer)
  local expected = closers[opener]
  return (alike[expected] or expected) == (alike[closer] or closer)
end

local is_closer = {}
for _, closer in pairs(closers) do is_closer[closer] = true end

-- A bracket, or the first byte of one that is not ASCII. A text is mostly neither, so `find`
-- passes over the rest.
local beginning = "[()%[%]\xE3\xEF]"

-- What most texts have, without a table for each.
local none = {}

local function only_closed(list)
  local kept = {}
  for _, bracket in ipairs(list) do
    if bracket.last then kept[#kept + 1] = bracket end
  end
  return kept
end

-- What is explained and what explains it have far fewer bytes. So many are looked at: one long
-- paragraph has many brackets, and to copy all that stands before or in each takes quadratic time.
local reach = 500

-- What stands before the byte `first` of a text, as far as it matters.
function brackets.before(text, first)
  local start = first - reach
  if start <= 1 then return text:sub(1, first - 1) end
  return text:sub(text:find("[^\x80-\xBF]", start), first - 1)
end

-- What stands from the byte `first` to `last` of a text, or to its end, as far as it matters.
function brackets.after(text, first, last)
  last = last or #text
  if last - first < reach then return text:sub(first, last) end
  return text:sub(first, utf8.offset(text, 0, first + reach) - 1)
end

-- The byte of a passage's text that is the byte `at` of what `before` gives for a bracket.
function brackets.position(bracket, before, at) return bracket.first - #before - 1 + at end

-- A list of `{opener, first, last, inside}` for each bracket of a text, inner ones too, in the
-- order of their openers: `first` is the byte of the opener, `last` that before what follows the
-- closer; `inside` is cut where it is too long to explain anything.
function brackets.of(text)
  local position = text:find(beginning)
  if not position then return none end
  local list, open, closed = {}, {}, 0
  while position do
    local character = text:byte(position) < 0x80 and text:sub(position, position)
      or text:match(utf8.charpattern, position)
    if closers[character] then
      -- All of its keys, so that the table never grows.
      local bracket = { opener = character, first = position, last = false, inside = false }
      list[#list + 1], open[#open + 1] = bracket, bracket
    elseif is_closer[character] then
      local top = open[#open]
      if top and matches(top.opener, character) then
        open[#open] = nil
        top.last = position + #character - 1
        top.inside = brackets.after(text, top.first + #top.opener, position - 1)
        closed = closed + 1
      end
    end
    position = text:find(beginning, position + #character)
  end
  return closed == #list and list or only_closed(list)
end

return brackets
