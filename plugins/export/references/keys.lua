-- Keys of works in ASCII, which every program for references takes: `lund1999`, `muller1990`.

local words = require "references.words"

local keys = {}

-- Letters and what they are in ASCII: with marks as without them, Cyrillic by ICAO's table.
local ascii = {}
for group in ([[
  a:àáâãäåāăą c:çćĉċč d:ďđ e:èéêëēĕėęě g:ĝğġģ h:ĥħ i:ìíîïĩīĭįı j:ĵ k:ķ l:ĺļľŀł n:ñńņň o:òóôõöøōŏő
  r:ŕŗř s:śŝşšș t:ţťŧț u:ùúûüũūŭůűų w:ŵ y:ýÿŷ z:źżž ae:æ oe:œ ss:ß th:þ
  a:а b:б v:в g:гґ d:д e:еэё ie:є zh:ж z:з i:иій yi:ї k:к l:л m:м n:н o:о p:п r:р s:с t:т u:у f:ф
  kh:х ts:ц ch:ч sh:ш shch:щ ie:ъ y:ы iu:ю ia:я
]]):gmatch "%S+" do
  local plain, marked = group:match "^(%a+):(.+)$"
  for letter in marked:gmatch(utf8.charpattern) do ascii[letter] = plain end
end
ascii["ь"] = ""

-- The first word of a text in small ASCII letters, or `work` where it has none; of `van der Berg`
-- the first that is no particle.
function keys.word(text)
  local plain = ibid.fold(text):gsub("[\xC2-\xF4][\x80-\xBF]+", ascii)
  local first
  for word in plain:gmatch "%a+" do
    if not words.particles[word] then return word end
    first = first or word
  end
  return first or "work"
end

return keys
