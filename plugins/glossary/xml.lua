-- What the formats in XML and HTML share.

local xml = {}

local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }

-- Text for XML 1.0, which has no way to write most control characters nor U+FFFE and U+FFFF.
function xml.escaped(text)
  text = text:gsub('[&<>"]', entities):gsub("[%z\1-\8\11\12\14-\31]", "")
  return (text:gsub("\xEF\xBF[\xBE\xBF]", ""))
end

-- Where a term stands, for people: its lines, or for a corpus its articles.
function xml.places(term)
  if term.places then
    return (#term.places == 1 and "line " or "lines ") .. table.concat(term.places, ", ")
  end
  local parts = {}
  for index, article in ipairs(term.articles) do
    parts[index] = article.path .. ", " .. xml.places { places = article.lines }
  end
  return table.concat(parts, "; ")
end

return xml
