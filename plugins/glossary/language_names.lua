-- Codes of languages, as tables of terms have them in their headers and tags.

local foreign_words = require "foreign_words"
local word_set = require "word_set"

local language_names = {}

-- ISO 639-1.
local codes = word_set [[
  aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
  dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
  ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
  lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
  rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
  ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
]]

-- Codes of ISO 639-2 and 639-3, and the names that languages have in themselves and in English
-- where no adjective of `foreign_words` is the same.
local named = {}
for line in ([[
  af: afr afrikaans
  ar: ara العربية عربي
  bg: bul български bulgarian bulgarisch
  ca: cat català catalan
  cs: ces cze čeština český
  cy: cym wel cymraeg
  da: dan dansk
  de: deu ger
  el: ell gre ελληνικά
  en: eng
  es: spa castellano
  et: est eesti estonian estnisch
  eu: eus baq euskara
  fa: fas per فارسی farsi
  fi: fin suomi
  fr: fra fre
  ga: gle gaeilge
  he: heb עברית
  hi: hin हिन्दी हिंदी
  hr: hrv hrvatski croatian kroatisch
  hu: hun magyar
  hy: hye arm հայերեն armenian
  id: ind indonesian indonesisch
  is: isl ice íslenska
  it: ita
  ja: jpn 日本語
  ka: kat geo ქართული georgian georgisch
  ko: kor 한국어
  la: lat latina
  lt: lit lietuvių lithuanian litauisch
  lv: lav latviešu latvian lettisch
  ms: msa may malay melayu
  nl: nld dut nederlands vlaams
  no: nor norsk bokmål
  pl: pol polski
  pt: por
  ro: ron rum română
  ru: rus русский
  sk: slk slo slovenčina slovak slowakisch
  sl: slv slovenščina slovenian slowenisch
  sq: sqi alb shqip albanian
  sr: srp српски srpski serbian serbisch
  sv: swe svenska
  sw: swa kiswahili
  th: tha ไทย thai
  tr: tur türkçe
  uk: ukr українська
  ur: urd اردو urdu
  vi: vie
  yi: yid
  zh: zho chi 中文 汉语 漢語
]]):gmatch "[^\n]+" do
  local code, list = line:match "(%a+): (.+)"
  for name in list:gmatch "%S+" do named[ibid.fold(name)] = code end
end

-- The code of ISO 639-1 for a tag (`pt-BR`, `por`); the tag's own first part where there is none;
-- nil for what is no tag or names no language (`und`).
local function of_tag(tag)
  local code = tag:lower():match "^%s*(%a%a%a?)%f[^%a]"
  if code == "und" or code == "mul" then return nil end
  return code and #code == 3 and named[code] or code
end

-- The code of the language that a header names, as a tag or by a name in any language that is
-- known: `de-AT`, `German`, `Deutsch (Österreich)`; nil for others.
function language_names.of_header(text)
  local name = ibid.fold(text):gsub("%s*[%(%[].*$", ""):gsub("^%s+", ""):gsub("%s+$", "")
  local code = name:match "^(%a%a)$" or name:match "^(%a%a)[-_]%w+$"
  if code then return codes[code] and code or nil end
  return named[name] or foreign_words.language_of(name)
end

-- The code of the language that a tag or a name gives; nil where it gives none.
function language_names.code(text) return of_tag(text) or language_names.of_header(text) end

return language_names
