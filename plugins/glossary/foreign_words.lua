-- Words by which a text says that it explains a word of another language.

local endings = require "endings"
local quotations = require "quotations"

local foreign_words = {}

local function set(text)
  local entries = {}
  for entry in text:gmatch "%S+" do entries[entry] = true end
  return entries
end

-- What a foreign word is called: `the German word Heimat`, `le mot allemand Heimat`.
local nouns = set [[
  word term expression concept notion phrase
  wort begriff ausdruck
  mot terme expression notion concept
  palabra término expresión concepto noción
  parola termine espressione concetto
  palavra termo expressão conceito
  woord begrip term
  слово слова словом термин понятие выражение слово термін поняття
]]

-- Languages by their ISO 639 codes, as texts name them before a word (`the German word`, `das
-- deutsche Wort`, `le mot allemand`) or its translation (`Danish for`), without case.
local names = {}
for line in ([[
  ar: arabic arabische arabischen arabisch arabe árabe арабское
  cs: czech tschechische tschechischen tchèque checo checa ceca чешское
  cy: welsh walisische gallois galés
  da: danish dänische dänischen dänisch danois danés danesa danese dinamarquês датское
  de: german deutsche deutschen deutsch allemand alemán alemana tedesco tedesca alemão немецкое
  el: greek griechische griechischen griechisch grec griego griega greco greca греческое
  en: english englische englischen englisch anglais inglés inglesa inglese inglês английское
  es: spanish spanische spanischen spanisch espagnol español española spagnolo spagnola испанское
  eu: basque baskische baskischen vasco
  fa: persian persische persischen persisch persan persa персидское
  fi: finnish finnische finnischen finnisch finnois finés finlandesa finlandese финское
  fr: french französische französischen französisch français francés francesa francese французское
  ga: irish irische irischen irlandais irlandés
  gd: gaelic gälische gälischen
  he: hebrew hebräische hebräischen hebräisch hébreu hebreo hebrea ebraico
  hi: hindi
  hu: hungarian ungarische ungarischen hongrois húngaro ungherese венгерское
  is: icelandic isländische isländischen islandais islandés исландское
  it: italian italienische italienischen italienisch italien italiano italiana итальянское
  ja: japanese japanische japanischen japanisch japonais japonés japonesa giapponese японское
  ko: korean koreanische koreanischen koreanisch coréen coreano coreana корейское
  la: latin lateinische lateinischen lateinisch latino latina латинское
  mi: maori māori
  nl: dutch niederländische niederländischen niederländisch néerlandais neerlandés olandese
  no: norwegian norwegische norwegischen norvégien noruego norvegese норвежское
  pl: polish polnische polnischen polnisch polonais polaco polaca polacco polacca польское
  pt: portuguese portugiesische portugiesischen portugais portugués portuguesa portoghese
  ro: romanian rumänische rumänischen roumain rumano rumena румынское
  ru: russian russische russischen russisch russe ruso rusa russo russa русское
  sa: sanskrit
  sv: swedish schwedische schwedischen schwedisch suédois sueco sueca svedese шведское
  sw: swahili
  tr: turkish türkische türkischen türkisch turc turco turca турецкое
  uk: ukrainian ukrainische ukrainischen ukrainien ucraniano украинское
  vi: vietnamese vietnamesische vietnamien
  yi: yiddish jiddische jiddischen
  zh: chinese chinesische chinesischen chinesisch chinois chino china cinese китайское
  zu: zulu
]]):gmatch "[^\n]+" do
  local code, list = line:match "(%a+): (.+)"
  for name in list:gmatch "%S+" do names[name] = code end
end

-- What stands before a translation in its bracket: `(literally “rebuilding”)`.
local labels = {
  "literally", "lit.", "meaning", "wörtlich", "wörtl.", "littéralement", "litt.", "literalmente",
  "letteralmente", "букв.", "буквально",
}

-- Endings of nouns that one language alone has, so that the word is seen to be foreign; and that
-- language.
local suffixes = { keit = "de", heit = "de", schaft = "de", schmerz = "de", ["ção"] = "pt" }

local function language_of(word) return names[ibid.fold(word)] end

-- Whether a word is formed as English names of languages are.
local function is_adjective(word)
  return word:find "^%u%l+ese$" ~= nil or word:find "^%u%l+ian$" ~= nil
    or word:find "^%u%l+ish$" ~= nil
end

-- `Danish for cosiness`
local prepositions = { ["for"] = true, ["für"] = true, pour = true, para = true, per = true }

-- The text behind a label or the name of a language (`Danish for cosiness`, `Zulu: ubuntu`), and
-- the code of the language, which remarks have not.
function foreign_words.without_label(text)
  for _, label in ipairs(text:find "^[blmw\208]" and labels or {}) do
    if text:sub(1, #label) == label then
      local rest = text:match("^[%s,:]+(.+)$", #label + 1)
      if rest then return rest, nil end
    end
  end
  local name, rest = text:match "^([%a\x80-\xFF]+)[%s:]%s*(.+)$"
  if name and text:sub(#name + 1, #name + 1) ~= ":" then
    local word, behind = rest:match "^(%S+)%s+(.+)$"
    name, rest = prepositions[word] and name, behind
  end
  local language = name and language_of(name)
  -- A language that has no code here: `Balinese: “water temple”`.
  if name and not language and text:find ": [\"\u{201C}]" and is_adjective(name) then
    language = "und"
  end
  if language then return rest, language end
  return text, nil
end

-- The language that the form of a word shows, where it is another than `language`.
local function by_form(word, language)
  for length = 4, math.min(7, #word - 4) do
    local own = suffixes[word:sub(-length)]
    if own and own ~= language then return own end
  end
  return nil
end

-- The language of the next word, where the words at the end of a text say that it is of another
-- one: `the German word `, `le mot allemand `, `the Danish concept of `.
local function announced(text)
  local first = endings.words(text, 3)
  if not first then return nil end
  local last = {}
  for word in text:sub(first):gmatch "[%a\x80-\xFF]+" do last[#last + 1] = word end
  if last[#last] == "of" or last[#last] == "de" then last[#last] = nil end
  local one, two = last[#last - 1], last[#last]
  if not one then return nil end
  if nouns[ibid.fold(two)] then return language_of(one) end
  return nouns[ibid.fold(one)] and language_of(two) or nil
end

-- The language of the word, or of the quotation, at the end of a text, where its form or the words
-- before it show that it is foreign in a text in `language`; nil where they do not.
function foreign_words.at_end(text, language)
  local word, first = endings.word(text)
  if not word then return nil end
  if not word:find "%w$" then
    local quoted, open = quotations.at_end(text)
    word, first = quoted or word, open or first
  end
  return by_form(word, language) or announced(text:sub(1, first - 1))
end

return foreign_words
