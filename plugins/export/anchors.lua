-- Names of headings, to which links within an article lead.

local anchors = {}

-- Ranges of characters beyond ASCII that are neither letters, digits nor marks above letters.
local marks = {
  { 0x80, 0xA9 }, { 0xAB, 0xB4 }, { 0xB6, 0xB9 }, { 0xBB, 0xBF }, { 0xD7, 0xD7 }, { 0xF7, 0xF7 },
  { 0x37E, 0x37E }, { 0x387, 0x387 }, { 0x55A, 0x55F }, { 0x589, 0x58A }, { 0x5BE, 0x5BE },
  { 0x5C0, 0x5C0 }, { 0x5C3, 0x5C3 }, { 0x5F3, 0x5F4 }, { 0x606, 0x60F }, { 0x61B, 0x61F },
  { 0x66A, 0x66D }, { 0x6D4, 0x6D4 }, { 0x964, 0x965 }, { 0x970, 0x970 }, { 0xE3F, 0xE3F },
  { 0x2000, 0x200B }, { 0x200E, 0x203E }, { 0x2041, 0x2053 }, { 0x2055, 0x2070 },
  { 0x2074, 0x207E }, { 0x2080, 0x208F }, { 0x20A0, 0x20CF }, { 0x2190, 0x2BFF },
  { 0x2E00, 0x2E7F }, { 0x3000, 0x3004 }, { 0x3008, 0x3020 }, { 0x3030, 0x3030 },
  { 0x303D, 0x303F }, { 0x30FB, 0x30FB }, { 0xFE10, 0xFE1F }, { 0xFE30, 0xFE32 },
  { 0xFE35, 0xFE6F }, { 0xFF00, 0xFF0F }, { 0xFF1A, 0xFF20 }, { 0xFF3B, 0xFF3E },
  { 0xFF40, 0xFF40 }, { 0xFF5B, 0xFF65 }, { 0xFFFC, 0xFFFD }, { 0x1F000, 0x1FAFF },
}

-- The letters of most articles beyond ASCII with which a name in XML may begin in all its editions
-- (XML 1.0, 4th edition, appendix B), and what may follow them.
local letters = {
  { 0xC0, 0xD6 }, { 0xD8, 0xF6 }, { 0xF8, 0x131 }, { 0x134, 0x13E }, { 0x141, 0x148 },
  { 0x14A, 0x17E }, { 0x388, 0x38A }, { 0x38E, 0x3A1 }, { 0x3A3, 0x3CE }, { 0x401, 0x40C },
  { 0x40E, 0x44F }, { 0x451, 0x45C }, { 0x45E, 0x481 }, { 0x490, 0x4C4 }, { 0x561, 0x586 },
  { 0x5D0, 0x5EA }, { 0x621, 0x63A }, { 0x641, 0x64A }, { 0x671, 0x6B7 }, { 0x6BA, 0x6BE },
  { 0x6C0, 0x6CE }, { 0x905, 0x939 }, { 0x10D0, 0x10F6 }, { 0x1E00, 0x1E9B }, { 0x1EA0, 0x1EF9 },
  { 0x3041, 0x3094 }, { 0x30A1, 0x30FA }, { 0x4E00, 0x9FA5 }, { 0xAC00, 0xD7A3 },
}
local following = {
  { 0x64B, 0x652 }, { 0x660, 0x669 }, { 0x6F0, 0x6F9 }, { 0x93E, 0x94D }, { 0x3005, 0x3005 },
  { 0x30FC, 0x30FE },
}

local function is_among(ranges, character)
  local code = utf8.codepoint(character)
  for _, range in ipairs(ranges) do
    if code <= range[2] then return code >= range[1] end
  end
  return false
end

-- A table that finds what it does not know by a function: a text has few characters of its own.
local function known(find)
  return setmetatable({}, {
    __index = function(self, character)
      local found = find(character)
      self[character] = found
      return found
    end,
  })
end

-- Characters beyond ASCII as a name has them; `ß` stays one letter.
local plain = known(function(character)
  if is_among(marks, character) then return "" end
  local small = ibid.fold(character)
  return utf8.len(small) == 1 and small or character
end)

-- Whether characters beyond ASCII may begin a name in XML, only follow there, or neither.
local places = known(function(character)
  if is_among(letters, character) then return "first" end
  return is_among(following, character) and "behind" or "nowhere"
end)

-- The name that GitHub gives to a heading: small letters, hyphens for spaces, no marks.
local function slug(text)
  text = text:match("^%s*(.-)%s*$"):lower():gsub("[%c!-,./:-@[-^`{-~]", "")
  return (text:gsub("[\xC2-\xF4][\x80-\xBF]*", plain):gsub("%s", "-"))
end

-- Whether a text is a name in XML as well, and none of those that notes have.
local function is_free(name)
  if name:find "^note%-" or name:find "^ref%-" or name:find "^fn%d+$" then return false end
  if not name:find "^[%a_\xC2-\xF4]" then return false end
  for at, character in name:gmatch "()([\xC2-\xF4][\x80-\xBF]*)" do
    local place = places[character]
    if place == "nowhere" or place == "behind" and at == 1 then return false end
  end
  return true
end

-- The names of the headings of an article, each once. `ids` has those of the headings by their
-- index: the one that GitHub gives, or `section-4` where that is none. `targets` has the same by
-- the names that links use.
function anchors.of(article)
  local self, used, counts = { ids = {}, targets = {} }, {}, {}
  for _, heading in ipairs(article.headings) do
    local base = slug(heading.text)
    local name = base
    while self.targets[name] do
      counts[base] = (counts[base] or 0) + 1
      name = base .. "-" .. counts[base]
    end
    local id = name
    if not is_free(id) or used[id] then id = ("section-%d"):format(heading.index) end
    while used[id] do id = id .. "-" .. heading.index end
    used[id] = true
    self.ids[heading.index], self.targets[name] = id, id
  end
  return self
end

-- The name of the heading to which an address leads, `#waiting-room`; nil for other addresses.
function anchors.target(self, href)
  local fragment = href:match "^%s*#(.-)%s*$"
  if not fragment then return nil end
  fragment = fragment:gsub("%%(%x%x)", function(digits)
    return string.char(tonumber(digits, 16))
  end)
  if not utf8.len(fragment) then return nil end
  return self.targets[fragment] or self.targets[slug(fragment)]
end

return anchors
