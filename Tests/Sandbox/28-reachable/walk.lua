-- Walks every table and metatable that it can reach; `reachable.txt` beside it lists what there may be.
local seen, found = {}, {}

local function visit(value, path)
  found[#found + 1] = path .. ": " .. type(value)
  if seen[value] or value == nil then return end
  seen[value] = true
  local meta = getmetatable(value)
  if type(value) ~= "string" and meta ~= nil then visit(meta, path .. "<metatable>") end
  if type(value) == "table" then
    for key, part in next, value do visit(part, path .. "." .. tostring(key)) end
  end
end

return {
  name = "walk",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    seen, found = { [found] = true }, {}
    visit(_ENV, "_ENV")
    found[#found + 1] = '"": string'
    visit(getmetatable(""), '""<metatable>')
    visit(article, "article")
    visit(article.paragraphs, "article.paragraphs")
    table.sort(found)
    return found
  end,
}
