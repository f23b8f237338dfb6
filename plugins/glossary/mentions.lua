-- Where a term stands, for people: its lines, or for a corpus its articles.
local function mentions(term)
  if term.places then
    return (#term.places == 1 and "line " or "lines ") .. table.concat(term.places, ", ")
  end
  local parts = {}
  for index, article in ipairs(term.articles) do
    parts[index] = article.path .. ", " .. mentions { places = article.lines }
  end
  return table.concat(parts, "; ")
end

return mentions
