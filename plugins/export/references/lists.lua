-- Lists and sets of words from text in which they are parted by `|`.

local lists = {}

function lists.list(text)
  local entries = {}
  for entry in text:gmatch "[^|\n]+" do
    entry = entry:gsub("^%s+", ""):gsub("%s+$", "")
    if entry ~= "" then entries[#entries + 1] = entry end
  end
  return entries
end

function lists.set(text)
  local entries = {}
  for _, entry in ipairs(lists.list(text)) do entries[entry] = true end
  return entries
end

return lists
