-- TMX 1.4b (LISA 2005), the exchange of translation memories: the translations; acronyms are none.

local mentions = require "mentions"
local xml = require "xml"

local function variant(text, language)
  return ('<tuv xml:lang="%s"><seg>%s</seg></tuv>'):format(language, xml.escaped(text))
end

return function(_, result)
  local units = {}
  for _, term in ipairs(result.terms) do
    if term.kind == "translation" then
      units[#units + 1] = ('<tu tuid="%d"><note>%s</note>%s%s</tu>'):format(
        #units + 1, xml.escaped(mentions(term)), variant(term.source, term.source_language),
        variant(term.target, term.target_language))
    end
  end
  return table.concat({
    '<?xml version="1.0" encoding="UTF-8"?>', '<tmx version="1.4">',
    '<header creationtool="ibid" creationtoolversion="0.1" segtype="phrase" o-tmf="ibid" '
      .. 'adminlang="en" srclang="*all*" datatype="plaintext"/>',
    "<body>", table.concat(units, "\n"), "</body>", "</tmx>", "",
  }, "\n")
end
