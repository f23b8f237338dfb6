-- Names of headings, to which links within an article lead.

local anchors = {}

-- Characters beyond ASCII as names have them, found when one is first met.
local plain = {}
setmetatable(plain, {
  __index = function(_, character)
    local small = ""
    if #ibid.words(character) > 0 then
      local folded = ibid.fold(character)
      -- `ß` stays one letter.
      small = utf8.len(folded) == 1 and folded or character
    end
    plain[character] = small
    return small
  end,
})

-- The name that GitHub gives to a heading: small letters, hyphens for spaces, no marks.
local function slug(text)
  text = text:match("^%s*(.-)%s*$"):lower():gsub("[%c!-,./:-@[-^`{-~]", "")
  return (text:gsub("[\xC2-\xF4][\x80-\xBF]*", plain):gsub("%s", "-"))
end

-- Whether a text is a name in XML whatever its edition, and none of those that notes have.
local function is_free(name)
  if name:find "^note%-" or name:find "^ref%-" or name:find "^fn%d+$" then return false end
  return name:find "^[%a_][%w_%-]*$" ~= nil
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
