-- Cuts a text to lines by the columns that it takes on a screen (Unicode Standard Annexes 11 and
-- 14, what of them labels need).

local function is_in(stretches, code)
  for _, stretch in ipairs(stretches) do
    if code < stretch[1] then return false end
    if code <= stretch[2] then return true end
  end
  return false
end

-- Marks that stand above or below the character before them, and what is not seen.
local marks = {
  { 0x300, 0x36F }, { 0x483, 0x489 }, { 0x591, 0x5BD }, { 0x610, 0x61A }, { 0x64B, 0x65F },
  { 0x670, 0x670 }, { 0x6D6, 0x6DC }, { 0x900, 0x902 }, { 0x93C, 0x93C }, { 0x941, 0x948 },
  { 0x94D, 0x94D }, { 0x981, 0x981 }, { 0x9BC, 0x9BC }, { 0xE31, 0xE31 }, { 0xE34, 0xE3A },
  { 0xE47, 0xE4E }, { 0x1160, 0x11FF }, { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { 0x200B, 0x200F },
  { 0x20D0, 0x20FF }, { 0x302A, 0x302D }, { 0x3099, 0x309A }, { 0xFE00, 0xFE0F },
  { 0xFE20, 0xFE2F }, { 0x1F3FB, 0x1F3FF }, { 0xE0100, 0xE01EF },
}

local wide = {
  { 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0xA4CF }, { 0xA960, 0xA97C },
  { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF }, { 0xFE30, 0xFE6F }, { 0xFF01, 0xFF60 },
  { 0xFFE0, 0xFFE6 }, { 0x1F300, 0x1F64F }, { 0x1F680, 0x1F6FF }, { 0x1F900, 0x1F9FF },
  { 0x20000, 0x3FFFD },
}

-- Korean parts its words by blanks.
local korean = { { 0x1100, 0x11FF }, { 0xA960, 0xA97C }, { 0xAC00, 0xD7A3 } }

local function set_of(text)
  local set = {}
  for _, code in utf8.codes(text) do set[code] = true end
  return set
end

local never_first = set_of "、。，．・：；？！）」』】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}”’"
local never_last = set_of "（「『【〈《〔［｛([{“‘"

-- How many columns a character takes.
local function width_of(code)
  if code < 0x300 then return 1 end
  if is_in(marks, code) then return 0 end
  return is_in(wide, code) and 2 or 1
end

-- Whether a line may end between two characters of a word.
local function may_break(before, code)
  if never_first[code] or never_last[before] then return false end
  for _, side in ipairs { before, code } do
    if side >= 0x2E80 and is_in(wide, side) and not is_in(korean, side) then return true end
  end
  return false
end

-- Adds a word as parts that a line holds: `{text, width, is_first}`.
local function add_parts(parts, word, most)
  local part, before
  for _, code in utf8.codes(word) do
    local width = width_of(code)
    local is_new = part and width > 0 and (may_break(before, code) or part.width + width > most)
    if not part or is_new then
      part = { text = "", width = 0, is_first = part == nil }
      parts[#parts + 1] = part
    end
    part.text, part.width = part.text .. utf8.char(code), part.width + width
    if width > 0 then before = code end
    before = before or code
  end
end

-- The lines of a text, of at most `most` columns each: they end at blanks, between characters of
-- Chinese and Japanese, and within a word only where it is wider than a line.
return function(text, most)
  local parts, lines, line, columns = {}, {}, "", 0
  for word in text:gmatch "%S+" do add_parts(parts, word, most) end
  for _, part in ipairs(parts) do
    local gap = part.is_first and line ~= "" and " " or ""
    if columns + #gap + part.width > most then
      lines[#lines + 1] = line
      line, columns, gap = "", 0, ""
    end
    line, columns = line .. gap .. part.text, columns + #gap + part.width
  end
  lines[#lines + 1] = line
  return lines
end
