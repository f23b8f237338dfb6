-- Phrases that say the same but for inflections, hyphens and articles.

local characters = require "characters"

local phrases = {}

-- Whether a text has none but words that carry little meaning, such as articles, and marks.
function phrases.say_nothing(text, language)
  for word in text:gmatch "[%w\128-\255]+" do
    if not ibid.is_stopword(word, language) then return false end
  end
  return true
end

-- A phrase without the words of little meaning before it: `water wheel` of `the water wheel`.
local function core(phrase, language)
  local rest = phrase
  while rest do
    local word, behind = rest:match "^([%w\128-\255]+)%s+(.*)$"
    if not word or not ibid.is_stopword(word, language) then return rest end
    rest = behind
  end
end

-- What finds a phrase in others, for `is_form`.
function phrases.matcher(phrase, language)
  return ibid.matcher({ core(phrase, language) }, language)
end

-- Whether a text is the phrase of a matcher.
function phrases.is_form(matcher, text, language)
  local match = matcher:find(text)[1]
  if not match then return false end
  local rest = text:sub(1, match.first - 1) .. " " .. text:sub(match.last + 1)
  return phrases.say_nothing(rest, language)
end

-- Wordings that differ by more than inflections: `add` takes a phrase and its language, and tells
-- whether it is a new one.
function phrases.wordings()
  -- By their first letters: forms of one phrase begin alike, and to hold each of a thousand against
  -- all others takes long.
  local known, by_letter = {}, {}
  local function add(phrase, language)
    local folded = ibid.fold(ibid.normalise(phrase))
    if known[folded] then return false end
    known[folded] = true
    local letter = characters.first_letter(core(folded, language)) or ""
    local alike = by_letter[letter] or {}
    by_letter[letter] = alike
    for _, other in ipairs(alike) do
      other.matcher = other.matcher or phrases.matcher(other.phrase, other.language)
      if phrases.is_form(other.matcher, phrase, language) then return false end
    end
    alike[#alike + 1] = { phrase = phrase, language = language }
    return true
  end
  return { add = add }
end

return phrases
