-- Words whose spelling shows that they are of another language than their text.

local word_set = require "word_set"

local foreign_forms = {}

-- Letters with marks that the words of a language have; others are foreign there.
local own_letters = {
  de = "äöüß", en = "", es = "áéíóúñü", fr = "àâæçéèêëîïôœùûüÿ", it = "àèéìíòóùú",
  nl = "áéëïóöüè", pt = "áâãàçéêíóôõúü",
}

-- Letters that no English word has beside each other, or at its beginning or end.
local not_english = {
  "aa", "ii", "uu", "yy", "kh", "zh", "dz", "cz", "rz", "sz", "tj", "kj", "hj", "bj", "fj", "gj",
  "lj", "iy", "tz[apo]", "q[^u]", "q$", "j$", "v$", "gge$", "eur$", "keit$", "heit$", "lich$",
  "^ts[^ek]", "^sv", "^tz", "^mb", "^nd", "^ng", "^hl", "^gn[^ao]", "^kn[^eio]", "^vl", "^zd",
}

-- English words that end in a vowel as few do.
local english = word_set [[
  agenda alpha antenna area arena aroma banana bacteria camera charisma cinema criteria delta
  dilemma diploma drama enigma extra formula gamma hysteria idea insomnia mafia mania media
  memoranda militia nostalgia opera panda panorama phenomena phobia pizza plasma propaganda quota
  replica saga schema stamina trauma trivia umbrella utopia villa alibi alumni fungi safari
  spaghetti stimuli taxi audio banjo buffalo cargo casino echo embargo folio ghetto hello hero
  intro limbo logo macro manifesto memo micro mosquito motto patio photo piano portfolio potato
  promo radio ratio retro scenario stereo studio tempo tobacco tomato tornado turbo video volcano
  zero menu guru
]]

local function is_foreign_in_english(word)
  if #word >= 5 and word:find "[aiou]$" and not english[word] then return true end
  for _, pattern in ipairs(not_english) do
    if word:find(pattern) then return true end
  end
  return false
end

-- Whether a word in small letters has letters that its text's language has not, or for English
-- such as its words have not; false where its spelling does not tell.
function foreign_forms.show(word, language)
  local own = own_letters[language]
  if not own then return false end
  for letter in word:gmatch "[\xC3-\xC9\xE1][\x80-\xBF]+" do
    if not own:find(letter, 1, true) then return true end
  end
  return language == "en" and word:find "^%l+$" ~= nil and is_foreign_in_english(word)
end

return foreign_forms
