-- Words by which a text says that it explains a word of another language.

local endings = require "endings"
local quotations = require "quotations"
local word_set = require "word_set"

local foreign_words = {}

-- What a foreign word is called: `the German word Heimat`, `le mot allemand Heimat`.
local nouns = word_set [[
  word term expression concept notion phrase
  wort begriff ausdruck
  mot terme expression notion concept
  palabra término expresión concepto noción
  parola termine espressione concetto
  palavra termo expressão conceito
  woord begrip term
  слово слова слову словом слове термин термина термином термине понятие понятия понятием понятии
  выражение выражением термін поняття
]]

-- Languages by their ISO 639 codes, as texts name them before a word (`the German word`, `das
-- deutsche Wort`, `le mot allemand`) or its translation (`Danish for`), without case.
local names = {}
for line in ([[
  ar: arabic arabische arabischen arabisch arabe árabe арабское
  cs: czech tschechische tschechischen tchèque checo checa ceca чешское tcheca
  cy: welsh walisische gallois galés
  da: danish dänische dänischen dänisch danois danés danesa danese dinamarquês датское
  da: deense dinamarquesa
  de: german deutsche deutschen deutsch allemand alemán alemana tedesco tedesca alemão немецкое
  de: alemã duitse
  el: greek griechische griechischen griechisch grec griego griega greco greca греческое
  el: grega griekse
  en: english englische englischen englisch anglais inglés inglesa inglese inglês английское engelse
  es: spanish spanische spanischen spanisch espagnol español española spagnolo spagnola испанское
  es: spaanse espanhol espanhola
  eu: basque baskische baskischen vasco
  fa: persian persische persischen persisch persan persa персидское
  fi: finnish finnische finnischen finnisch finnois finés finlandesa finlandese финское finse
  fr: french französische französischen französisch français francés francesa francese французское
  fr: franse francês
  ga: irish irische irischen irlandais irlandés
  gd: gaelic gälische gälischen
  he: hebrew hebräische hebräischen hebräisch hébreu hebreo hebrea ebraico
  hi: hindi
  hu: hungarian ungarische ungarischen hongrois húngaro ungherese венгерское
  is: icelandic isländische isländischen islandais islandés исландское
  it: italian italienische italienischen italienisch italien italiano italiana итальянское
  it: italiaanse
  ja: japanese japanische japanischen japanisch japonais japonés japonesa giapponese японское
  ja: japanse
  ko: korean koreanische koreanischen koreanisch coréen coreano coreana корейское
  la: latin lateinische lateinischen lateinisch latino latina латинское
  mi: maori māori
  nl: dutch niederländische niederländischen niederländisch néerlandais neerlandés olandese
  nl: nederlandse
  no: norwegian norwegische norwegischen norvégien noruego norvegese норвежское noorse
  pl: polish polnische polnischen polnisch polonais polaco polaca polacco polacca польское poolse
  pt: portuguese portugiesische portugiesischen portugais portugués portuguesa portoghese português
  ro: romanian rumänische rumänischen roumain rumano rumena румынское
  ru: russian russische russischen russisch russe ruso rusa russo russa русское
  sa: sanskrit
  sv: swedish schwedische schwedischen schwedisch suédois sueco sueca svedese шведское zweedse
  sw: swahili
  tr: turkish türkische türkischen türkisch turc turco turca турецкое turkse
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

-- Endings of adjectives in Russian, of which the names above have that of `слово`.
local russian_endings = { "ий", "ого", "ом", "им", "ому", "ая", "ой", "ую" }

-- The language that a word names, without case; nil where it names none.
local function language_of(word)
  word = ibid.fold(word)
  if names[word] or not word:find "^[\xD0\xD1]" then return names[word] end
  for _, ending in ipairs(russian_endings) do
    if word:sub(-#ending) == ending then
      local own = names[word:sub(1, -#ending - 1) .. "ое"]
      if own then return own end
    end
  end
  return nil
end
foreign_words.language_of = language_of

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

-- Forms that show a word to be Latin, where the text says that the next one is.
local latin_words = word_set [[
  ad ante bona de ex inter modus nihil post pro quid sine status sub via
]]
local latin_endings = word_set "ae am as em is os um us"

local function is_latin_form(word)
  if latin_words[word] then return true end
  return word:find "^%l%l%l%l" ~= nil and latin_endings[word:sub(-2)] and not word:find "[os]us$"
end

-- What a phrase is called by: `a writ called habeas corpus`.
local namers = word_set [[
  called termed named genannte sogenannte appelé appelée dit dite llamado llamada chiamato chiamata
]]

-- Whether the words before number `index` of a list say that a foreign phrase begins there.
local function begins_phrase(words, index)
  local before = words[index - 1] and ibid.fold(words[index - 1])
  if not before or words[index] and language_of(words[index]) then return false end
  if before == "of" or before == "de" or names[before] then
    before = words[index - 2] and ibid.fold(words[index - 2])
  end
  return nouns[before] or namers[before] or false
end

-- Whether the words at the end of a text say that the next one is a word of a language, or a word.
function foreign_words.is_announced(text)
  local first, last = endings.words(text, 2)
  if not first then return false end
  local words = {}
  for word in text:sub(first, last):gmatch "[%a\x80-\xFF]+" do words[#words + 1] = word end
  local word = words[#words]
  return word ~= nil and (language_of(word) ~= nil or begins_phrase(words, #words + 1))
end

-- The phrase of two or three words at the end of a text that the words before it announce, or that
-- its form shows where it is Latin; nil for none. `own` is its language where that is told.
function foreign_words.phrase_at_end(text, language, own)
  local first, last = endings.words(text, 5)
  if not first then return nil end
  local words, starts = {}, {}
  for start, word in text:sub(first, last):gmatch "()(%S+)" do
    words[#words + 1], starts[#words + 1] = word, first + start - 1
  end
  local found
  for index = #words - 1, math.max(1, #words - 2), -1 do
    local word = words[index]
    if word:find "[%p]$" or not word:find "[%a\x80-\xFF]" then break end
    local is_latin = own == "la" and is_latin_form(word)
    if is_latin then
      found = starts[index]
    elseif ibid.is_stopword(ibid.fold(word), language) or nouns[ibid.fold(word)] then
      break
    end
    if begins_phrase(words, index) then return text:sub(starts[index], last), starts[index] end
  end
  return found and text:sub(found, last), found
end

-- The language of the word, the phrase or the quotation at the end of a text, where its form or the
-- words before it show that it is foreign in a text in `language`; nil where they do not.
function foreign_words.at_end(text, language)
  local word, first = endings.word(text)
  if not word then return nil end
  if not word:find "%w$" then
    local quoted, open = quotations.at_end(text)
    word, first = quoted or word, open or first
  else
    local _, start = foreign_words.phrase_at_end(text, language)
    first = start or first
  end
  return by_form(word, language) or announced(text:sub(1, first - 1))
end

-- The language of a foreign word that a text translates, where its form or the words before it
-- tell: `the Danish hygge`; `und` where they do not, for it is not that of the text.
function foreign_words.language_behind(before, word, language)
  local previous = endings.word(before)
  return by_form(word, language) or announced(before) or previous and language_of(previous)
    or "und"
end

return foreign_words
