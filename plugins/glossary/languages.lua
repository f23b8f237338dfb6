-- Which language the words around a term are in.

local characters = require "characters"

local languages = {}

-- A Chinese character weighs more than a Latin letter: a gloss is several times as long as its
-- term.
local weight = 5

-- Where too little is said to know a language, the script has to do.
local of_script = { Han = "zh", Hiragana = "ja", Katakana = "ja" }

-- Fewer bytes of running text say too little about a whole article.
local enough = 400

-- The language of an article, or nil where each passage has to speak for itself.
function languages.of_article(article)
  if article.language then return article.language end
  local text = article.text
  return #text >= enough and ibid.language(text) or nil
end

-- The usual language of a script.
local usual = {
  Arabic = "ar", Armenian = "hy", Cyrillic = "ru", Devanagari = "hi", Georgian = "ka", Greek = "el",
  Han = "zh", Hangul = "ko", Hebrew = "he", Japanese = "ja", Thai = "th",
}

-- The language of a passage in an article without one.
function languages.of_passage(text)
  local latin, others, found, script_found = 0, 0, nil, nil
  for _, character in ipairs(characters.of(text)) do
    local script = characters.script(character)
    if script == "Latin" then
      latin = latin + 1
    elseif script then
      others = others + weight
      script_found = script
      -- Kana anywhere means Japanese, whatever the number of its Chinese characters.
      if found ~= "ja" then found = of_script[script] or found end
    end
  end
  local detected = ibid.language(text)
  if others <= latin then return detected end
  if found and detected ~= "zh" and detected ~= "ja" then return found end
  return detected or usual[script_found]
end

-- The script of languages that are not written in Latin letters.
local own_script = {
  ar = "Arabic", be = "Cyrillic", bg = "Cyrillic", el = "Greek", fa = "Arabic", he = "Hebrew",
  hi = "Devanagari", hy = "Armenian", ja = "Han", ka = "Georgian", ko = "Hangul", mk = "Cyrillic",
  mr = "Devanagari", ru = "Cyrillic", sr = "Cyrillic", th = "Thai", uk = "Cyrillic", ur = "Arabic",
  yi = "Hebrew", zh = "Han",
}

-- Whether a language is not written in Latin letters.
function languages.has_own_script(code) return own_script[code] ~= nil end

-- Whether a language is written in a script as its own alone: Chinese and Japanese texts explain
-- their own terms, others those of foreigners.
function languages.is_alphabet_of(script, code)
  return script ~= "Han" and script ~= nil and own_script[code] == script
end

-- Tells for a script which language an article has in it: `own`, the article's, where that is
-- written in it, else the usual one.
function languages.by_script(own, article)
  -- Kana anywhere mean that the Chinese characters are Japanese as well. Few articles ask for it.
  local has_kana
  return function(script)
    if script == "Latin" or not script then
      -- What translates the terms of an article in another script is nearly always English.
      return own and not own_script[own] and own or "en"
    end
    if own and own_script[own] == script then return own end
    if script == "Han" then
      if has_kana == nil then
        has_kana = ((article.title or "") .. article.text):find "\xE3[\x81-\x83]" ~= nil
      end
      if has_kana then return "ja" end
    end
    return usual[script] or "und"
  end
end

return languages
