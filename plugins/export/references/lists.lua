-- Lists and sets of words from text in which they are parted by signs.

local lists = {}

-- What a text has that fits a pattern such as `[^,]+`, without the spaces around it.
function lists.parts(text, pattern)
  local entries = {}
  for entry in text:gmatch(pattern) do
    entries[#entries + 1] = entry:match "^%s*(.*%S)"
  end
  return entries
end

-- The words of a text that are parted by `|`.
function lists.list(text) return lists.parts(text, "[^|\n]+") end

function lists.set(text)
  local entries = {}
  for _, entry in ipairs(lists.list(text)) do entries[entry] = true end
  return entries
end

return lists
