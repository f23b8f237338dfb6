-- What stands in quotes at the start, at the end, or in all of a text.

local endings = require "endings"

local quotations = {}

-- The quotes that may close each opening one: languages share them in other orders, as in `“word”`,
-- `„Wort“`, `„słowo”`, `”ord”`, `«mot»`, `»Wort«` and `»ord»`.
local closers_of = {
  ["“"] = { "”" }, ["‘"] = { "’" }, ['"'] = { '"' }, ["«"] = { "»" }, ["»"] = { "«", "»" },
  ["„"] = { "“", "”", '"' }, ["‚"] = { "‘", "’" }, ["”"] = { "”" }, ["‹"] = { "›" },
  ["›"] = { "‹", "›" }, ["「"] = { "」" }, ["『"] = { "』" }, ["《"] = { "》" }, ["〈"] = { "〉" },
  ["〝"] = { "〟", "〞" }, ["＂"] = { "＂" },
}
local openers_of = {}
for opener, closers in pairs(closers_of) do
  for _, closer in ipairs(closers) do
    openers_of[closer] = openers_of[closer] or {}
    table.insert(openers_of[closer], opener)
  end
end

-- The first byte of a quote that closes `opener`, from the byte `from`, and the quote.
local function find_closer(text, opener, from)
  local first, found
  for _, closer in ipairs(closers_of[opener]) do
    local at = text:find(closer, from, true)
    if at and (not first or at < first) then first, found = at, closer end
  end
  return first, found
end

-- The byte of the last of several openers in a text, and the opener.
local function find_last(text, openers)
  local last, opener
  for _, candidate in ipairs(openers) do
    local at = text:find(candidate, 1, true)
    while at do
      if not last or at > last then last, opener = at, candidate end
      at = text:find(candidate, at + 1, true)
    end
  end
  return last, opener
end

-- French quotes have spaces within, which may not break.
function quotations.trimmed(text)
  if not text:find "^[%s\xC2\xE2]" then return text end
  for _, space in ipairs { "\u{A0}", "\u{202F}", " " } do
    if text:sub(1, #space) == space then text = text:sub(#space + 1) end
    if text:sub(-#space) == space then text = text:sub(1, -#space - 1) end
  end
  return text
end

-- The text between the quotes with which `text` begins, or nil; and the byte after the closing one.
function quotations.at_start(text)
  local first = text:match("^" .. utf8.charpattern)
  if not closers_of[first] then return nil end
  local close, closer = find_closer(text, first, #first + 1)
  if not close or close == #first + 1 then return nil end
  return text:sub(#first + 1, close - 1), close + #closer
end

-- The text between the quotes with which `text` ends, or nil; and the byte of the opening one.
function quotations.at_end(text)
  local closer = endings.character(text, #text)
  local openers = closer and openers_of[closer]
  if not openers then return nil end
  local body = text:sub(1, -#closer - 1)
  local open, opener = find_last(body, openers)
  if open and open + #opener <= #body then
    return quotations.trimmed(body:sub(open + #opener)), open
  end
  return nil
end

-- A text without the closing quote that it ends with; an apostrophe may belong to its last word.
function quotations.without_closer(text)
  local closer = endings.character(text, #text)
  return closer and closer ~= "’" and openers_of[closer] and text:sub(1, -#closer - 1) or text
end

-- The text between the quotes that enclose all of `text`, or nil.
function quotations.whole(text)
  -- A look that most texts fail: the first bytes of the opening quotes.
  if not text:find "^%s*[\"\xC2\xE2\xE3]" then return nil end
  text = text:gsub("^%s+", ""):gsub("%s+$", "")
  local inside, after = quotations.at_start(text)
  return inside and after == #text + 1 and quotations.trimmed(inside) or nil
end

return quotations
