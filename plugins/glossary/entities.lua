-- Entities of HTML for letters and marks that stand in words and between them.

local entities = {}

for name, character in ([[
  amp & lt < gt > quot " apos ' ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “
  rdquo ” bdquo „ laquo « raquo » lsaquo ‹ rsaquo › hellip … middot · Agrave À
  Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê
  Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï ETH Ð Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô
  Otilde Õ Ouml Ö Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý THORN Þ szlig ß
  agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é
  ecirc ê euml ë igrave ì iacute í icirc î iuml ï eth ð ntilde ñ ograve ò oacute ó
  ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü yacute ý thorn þ
  yuml ÿ OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž ccaron č Ccaron Č
]]):gmatch "(%w+) (%S+)" do
  entities[name] = character
end
entities.nbsp, entities.ensp, entities.emsp, entities.thinsp = " ", " ", " ", " "
entities.shy, entities.zwnj, entities.zwj = "", "", ""

-- The character that the entity at the byte `first` of a text stands for, and the byte behind it;
-- nil where there is none.
function entities.at(text, first)
  local name, after = text:match("^&(%w+);()", first)
  if name then return entities[name], after end
  local mark, digits, behind = text:match("^&#([xX]?)(%x+);()", first)
  local code = digits and tonumber(digits, mark == "" and 10 or 16)
  if not code or code > 0x10FFFF or code >= 0xD800 and code <= 0xDFFF then return nil end
  return code == 0xA0 and " " or utf8.char(code), behind
end

return entities
