-- What stands at the end of a text, found from there: a paragraph has many brackets, and to read
-- all that stands before each of them takes quadratic time.

local endings = {}

-- The bytes of `%s`.
local is_space = {}
for _, byte in ipairs { 9, 10, 11, 12, 13, 32 } do is_space[byte] = true end

-- The last byte of a text that is no white space; 0 where there is none.
local function last_inked(text)
  local last = #text
  while is_space[text:byte(last)] do last = last - 1 end
  return last
end

-- A text without the white space at its end.
function endings.trimmed(text)
  local last = last_inked(text)
  return last == #text and text or text:sub(1, last)
end

-- The bytes at which the last `most` words of a text begin, or all of fewer, and the last of them
-- ends; nil without a word.
function endings.words(text, most)
  local last = last_inked(text)
  if last == 0 then return nil end
  local first, at = nil, last
  for _ = 1, most do
    while at > 0 and not is_space[text:byte(at)] do at = at - 1 end
    first = at + 1
    while is_space[text:byte(at)] do at = at - 1 end
    if at == 0 then break end
  end
  return first, last
end

-- The last word of a text and the byte where it begins; nil without a word.
function endings.word(text)
  local first, last = endings.words(text, 1)
  if first then return text:sub(first, last), first end
  return nil
end

-- The last character of the first `count` bytes of a text, and the byte where it begins; nil where
-- there is none.
function endings.character(text, count)
  if count < 1 then return nil end
  local first = utf8.offset(text, -1, count + 1)
  return text:sub(first, count), first
end

return endings
