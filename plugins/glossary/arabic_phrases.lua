-- Where a phrase in Arabic ends to the left that a bracket translates: `مع صندوق النقد الدولي
-- (International Monetary Fund)` explains three words of four.
--
-- Arabic writes neither capitals nor, in most texts, quotes around a term. How many words it has is
-- told by its translation, and which of them belong together by the article: what follows a noun
-- and has one (`النقد`) qualifies it, as an adjective with the ending of the noun does.

local endings = require "endings"
local word_set = require "word_set"

local arabic_phrases = {}

-- Words that stand before a term and are no part of it, apart from the stop words of the language:
-- verbs of naming and of doing, with which a sentence begins.
local boundaries = word_set [[
  يسمى تسمى ويسمى وتسمى يدعى تدعى يعرف تعرف المسمى المسماة المعروف المعروفة يعني تعني مصطلح مفهوم
  كلمة عبارة قال قالت ذكر ذكرت أعلن أعلنت كتب كتبت درس درست شرح شرحت وصف وصفت أسس أسست طور طورت
  استخدم استخدمت تستخدم تستعمل تعمل تقدم تدعم تقول تشمل تعتبر تعد تمثل تضم تقوم تدرس تصف مجال
  بواسطة باسم باستخدام حول عبر ضمن خلال بشأن نحو لدى تحت فوق بين
]]

-- Prepositions and conjunctions that are written together with an article; `لل` has lost its alif.
local prefixes = { "وال", "فال", "بال", "كال" }

-- Words of a translation that the term need not have a word for.
local small = word_set [[
  a an and at by de der des di du et for from in la le of on or the to und with
]]

-- How many words of a translation carry its meaning: both of `decision-making`.
local function count_content(target)
  local count = 0
  for word in target:gmatch "[%w\x80-\xFF]+" do
    if not small[word:lower()] then count = count + 1 end
  end
  return count
end

-- The last word of the first `count` bytes of a text and the byte where it begins; nil where it has
-- a mark, which parts it from what follows.
local function word_before(text, count)
  local word, first = endings.word(text:sub(1, count))
  if not word or not word:find "^[\xD8-\xDB][\x80-\xBF\xD8-\xDB]*$" then return nil end
  -- The comma, the semicolon, the question mark, the percent sign and the full stop of Arabic.
  if word:find "\xD8[\x8C\x9B\x9F]" or word:find "\xDB\x94" then return nil end
  return word, first
end

-- The bytes of a word's prefix before its article; 0 for none.
local function prefix_length(word)
  for _, prefix in ipairs(prefixes) do
    if word:sub(1, #prefix) == prefix then return #prefix - #"ال" end
  end
  return 0
end

local function has_article(word)
  return word:find("^ال") ~= nil or word:find("^لل") ~= nil or prefix_length(word) > 0
end

-- Present tense: few nouns of four letters and more begin with ya.
local function is_verb(word) return word:find("^ي") ~= nil and #word >= 8 and not word:find "ة$" end

local function is_boundary(word)
  return boundaries[word] or is_verb(word) or ibid.is_stopword(word, "ar")
end

-- Whether a word has the ending of a feminine; nil where its ending does not tell.
local function is_feminine(word)
  if word:find "ة$" or word:find "ات$" then return true end
  if word:find "اء$" or word:find "ى$" then return nil end
  return false
end

-- Whether two words with articles are a noun and its adjective by their endings, so that they
-- belong together however many words the translation has: `الولايات المتحدة`.
local function is_pair(noun, adjective)
  if not (has_article(noun) and has_article(adjective)) then return false end
  if not (adjective:find "ة$" or adjective:find "ي$") then return false end
  local a, b = is_feminine(noun), is_feminine(adjective)
  return a == nil or b == nil or a == b
end

-- The phrase at the end of a text that `target` translates; nil where the text ends with no word in
-- Arabic letters.
function arabic_phrases.at_end(text, target)
  local word, first = word_before(text, #text)
  if not word then return nil end
  local most, count = count_content(target), 1
  while prefix_length(word) == 0 and count < 6 do
    local before, start = word_before(text, first - 1)
    if not before or is_boundary(before) then break end
    local is_definite = has_article(word)
    local is_wanted = count < most and (is_definite or not has_article(before))
    if not is_wanted and not is_pair(before, word) then break end
    word, first, count = before, start, count + 1
  end
  return text:sub(first + prefix_length(word))
end

return arabic_phrases
