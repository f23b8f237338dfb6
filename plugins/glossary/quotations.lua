-- What stands in quotes at the start, at the end, or in all of a text.

local endings = require "endings"

local quotations = {}

local closer_of = {
  ["“"] = "”", ["‘"] = "’", ['"'] = '"', ["«"] = "»", ["»"] = "«", ["„"] = "“",
  ["‹"] = "›", ["「"] = "」", ["『"] = "』", ["《"] = "》", ["〈"] = "〉",
}
local opener_of = {}
for opener, closer in pairs(closer_of) do opener_of[closer] = opener end

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
  local closer = first and closer_of[first]
  local close = closer and text:find(closer, #first + 1, true)
  if not close or close == #first + 1 then return nil end
  return text:sub(#first + 1, close - 1), close + #closer
end

-- The text between the quotes with which `text` ends, or nil; and the byte of the opening one.
function quotations.at_end(text)
  local closer = endings.character(text, #text)
  local opener = closer and opener_of[closer]
  if not opener then return nil end
  local body, open, from = text:sub(1, -#closer - 1), nil, 1
  repeat
    local found = body:find(opener, from, true)
    open, from = found or open, (found or 0) + 1
  until not found
  if open and open + #opener <= #body then
    return quotations.trimmed(body:sub(open + #opener)), open
  end
  return nil
end

-- A text without the closing quote that it ends with; an apostrophe may belong to its last word.
function quotations.without_closer(text)
  local closer = endings.character(text, #text)
  return closer and closer ~= "’" and opener_of[closer] and text:sub(1, -#closer - 1) or text
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
