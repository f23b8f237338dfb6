-- The marks of emphasis in Markdown, where readers see what is meant (CommonMark 0.31, section
-- 6.2).
--
-- Until a line is whole nothing tells what stands beside a mark: marks are kept behind bytes that
-- no text in UTF-8 has.

local emphasis = {}

local opening, closing = "\xF8", "\xF9"
local character = utf8.charpattern

-- What parts marks from what is beside them, and is nothing to readers.
local nothing = "<!-- -->"

-- White space to readers, beyond ASCII.
local spaces = {}
for _, code in ipairs { 0xA0, 0x1680, 0x202F, 0x205F, 0x3000 } do spaces[utf8.char(code)] = true end
for code = 0x2000, 0x200A do spaces[utf8.char(code)] = true end

local function is_space(text) return spaces[text] or text:find "^%s" ~= nil end

-- The first and last of stretches that have letters alone.
local letters = {
  { 0xC0, 0xD6 }, { 0xD8, 0xF6 }, { 0xF8, 0x24F }, { 0x388, 0x481 }, { 0x48A, 0x52F },
  { 0x5D0, 0x5EA }, { 0x620, 0x64A }, { 0x904, 0x939 }, { 0x1E00, 0x1FBC }, { 0x3041, 0x3096 },
  { 0x30A1, 0x30FA }, { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF }, { 0xAC00, 0xD7A3 },
}

-- Whether a character is a letter or digit to all readers.
local function is_letter(text)
  if #text == 1 then return text:find "^%w" ~= nil end
  local code = utf8.codepoint(text)
  for _, stretch in ipairs(letters) do
    if code >= stretch[1] and code <= stretch[2] then return true end
  end
  return false
end

-- Whether a character, or the end of a line, is white space or punctuation to all readers.
local function is_gap(text)
  if not text or is_space(text) or text:find "^%p" then return true end
  -- U+2010 to U+2027, the dashes and quotes of most languages, and U+3001 to U+3003.
  return text:find "^\xE2\x80[\x90-\xA7]" ~= nil or text:find "^\xE3\x80[\x81-\x83]" ~= nil
end

-- A line between marks; white space stays outside, else they would not be read as marks.
function emphasis.enclosed(line, mark)
  local first, last = 1, #line
  while first <= last do
    local text = line:match("^" .. character, first)
    if not is_space(text) then break end
    first = first + #text
  end
  while last >= first do
    local start = utf8.offset(line, -1, last + 1)
    if not is_space(line:sub(start, last)) then break end
    last = start - 1
  end
  if first > last then return line end
  return line:sub(1, first - 1) .. opening .. mark
    .. line:sub(first, last) .. closing .. mark .. line:sub(last + 1)
end

-- The marks behind `byte` from a place on, as a list, and the place behind them.
local function marks_at(line, from, byte)
  local marks = {}
  while line:sub(from, from) == byte do
    local mark = line:match("^[%*~]+", from + 1)
    marks[#marks + 1] = mark
    from = from + 1 + #mark
  end
  return marks, from
end

-- Whether marks are one run to readers: `**` and `*`, but not `~~` and `*`.
local function is_run(marks)
  for index = 2, #marks do
    if marks[index]:sub(1, 1) ~= marks[1]:sub(1, 1) then return false end
  end
  return true
end

-- Whether marks between a character outside and one inside are read as none: `Kotaku*.*`.
local function is_lost(marks, separator, outside, inside)
  if is_gap(outside) then return false end
  return not is_letter(inside) or not is_run(marks) or separator ~= "" and #marks > 1
end

-- Whether marks that open might close others: those of a run of which only a part is closed.
local function is_ambiguous(has_run, outside)
  return has_run and outside and not is_space(outside)
end

-- A line with its marks, and whether readers may take some of them for others. `separator` stands
-- between marks that are side by side.
local function resolved(line, separator)
  local out, before, from, has_run, is_unsure = {}, nil, 1, false, false
  local function add(text)
    if text == "" then return end
    out[#out + 1] = text
    before = text:match(character .. "$", utf8.offset(text, -1))
  end
  while true do
    local at = line:find("[" .. opening .. closing .. "]", from)
    if not at then break end
    add(line:sub(from, at - 1))
    local closers, openers
    closers, from = marks_at(line, at, closing)
    openers, from = marks_at(line, from, opening)
    local behind = line:match("^" .. character, from)
    if #closers > 0 then
      local outside, inside = behind, before
      add(table.concat(closers, separator))
      if #openers > 0 or is_lost(closers, separator, outside, inside) then add(nothing) end
    end
    if #openers > 0 then
      if is_lost(openers, separator, before, behind) then add(nothing) end
      is_unsure = is_unsure or is_ambiguous(has_run, before)
      has_run = has_run or #openers > 1
      add(table.concat(openers, separator))
    end
  end
  add(line:sub(from))
  return table.concat(out), is_unsure
end

-- A line with its marks as readers need them.
function emphasis.resolved(line)
  if not line:find(opening, 1, true) then return line end
  local text, is_unsure = resolved(line, "")
  return is_unsure and resolved(line, nothing) or text
end

return emphasis
