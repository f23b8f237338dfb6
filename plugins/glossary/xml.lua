-- What the formats in XML and HTML share.

local xml = {}

local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }

-- Text for XML 1.0, which has no way to write most control characters nor U+FFFE and U+FFFF.
function xml.escaped(text)
  text = text:gsub('[&<>"]', entities):gsub("[%z\1-\8\11\12\14-\31]", "")
  return (text:gsub("\xEF\xBF[\xBE\xBF]", ""))
end

return xml
