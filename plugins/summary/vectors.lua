-- Texts as unit vectors of their terms, weighed by tf-idf.
--
-- A vector is two lists of one length, `terms` and `weights`. They keep the order of the text: sums
-- of floating-point numbers depend on their order, and that of `pairs` may differ from run to run.

local vectors = {}

-- Inflected forms have to meet without a stemmer for each language. Cutting words short does nearly
-- as well for European languages (McNamee & Mayfield 2004); words of scripts without case are
-- rarely that long.
local stem_length = 6

-- The term that a word counts for, or false for one that carries no meaning.
local function term_of(word, language)
  local folded = ibid.fold(word)
  if folded:find "^%d+$" or ibid.is_stopword(folded, language) then return false end
  local cut = utf8.offset(folded, stem_length + 1)
  return cut and folded:sub(1, cut - 1) or folded
end

-- What words count for in a language, kept from article to article: it depends on the word alone.
-- `marks` holds for each term the `base` of the last text that has it, plus its place there; every
-- text begins with a larger base, so that nothing has to be cleared.
local cache, most_words = nil, 500000

local function cache_for(language)
  -- A corpus of many articles has words without end.
  if not cache or cache.language ~= language or cache.words > most_words then
    cache = { language = language, words = 0, terms = {}, marks = {}, base = 0 }
  end
  return cache
end

-- The terms of a text in the order of their first occurrence, how often each stands there, and the
-- number of all words.
local function counted(text, language, known)
  local terms, counts, words = {}, {}, ibid.words(text, language)
  local found, term_for, marks, base = 0, known.terms, known.marks, known.base
  for index = 1, #words do
    local word = words[index]
    local term = term_for[word]
    if term == nil then
      term = term_of(word, language)
      term_for[word] = term
    end
    if term then
      local mark = marks[term]
      if mark and mark > base then
        counts[mark - base] = counts[mark - base] + 1
      else
        found = found + 1
        terms[found], counts[found], marks[term] = term, 1, base + found
      end
    end
  end
  known.base, known.words = base + found, known.words + found
  return terms, counts, #words
end

-- The terms that a text has, as a set.
function vectors.terms_of(text, language)
  local has = {}
  for _, term in ipairs(counted(text, language, cache_for(language))) do has[term] = true end
  return has
end

-- Turns the counts of a sentence into the weights of a vector of length 1; none where it has no
-- terms. `rarities` keeps the inverse document frequencies by the number of sentences, of which
-- there are few.
local function weigh(sentence, documents, total, rarities)
  local weights, square, terms = sentence.weights, 0, sentence.terms
  for index = 1, #terms do
    local held, count = documents[terms[index]], weights[index]
    local weight = rarities[held]
    if not weight then
      weight = math.log(1 + total / held)
      rarities[held] = weight
    end
    -- The logarithm of 1, which most counts are, adds nothing.
    if count > 1 then weight = (1 + math.log(count)) * weight end
    weights[index] = weight
    square = square + weight * weight
  end
  local length = math.sqrt(square)
  for index = 1, #weights do weights[index] = weights[index] / length end
end

-- Makes each sentence a vector, and gives it the number of its `words`. For the inverse document
-- frequency a sentence is a document.
function vectors.add(sentences, language)
  local known, documents, rarities = cache_for(language), {}, {}
  for index = 1, #sentences do
    local sentence = sentences[index]
    local terms, counts, words = counted(sentence.text, language, known)
    sentence.terms, sentence.weights, sentence.words = terms, counts, words
    for place = 1, #terms do
      local term = terms[place]
      documents[term] = (documents[term] or 0) + 1
    end
  end
  for index = 1, #sentences do weigh(sentences[index], documents, #sentences, rarities) end
end

-- A vector as a map from terms to weights; made when first asked for, as only chosen sentences need
-- theirs.
function vectors.weight_of(vector)
  if not vector.weight_of then
    local weight_of = {}
    for index, term in ipairs(vector.terms) do weight_of[term] = vector.weights[index] end
    vector.weight_of = weight_of
  end
  return vector.weight_of
end

-- The inner product of a vector with a map from terms to weights.
function vectors.product(vector, weight_of)
  local sum, weights, terms = 0, vector.weights, vector.terms
  for index = 1, #terms do
    local other = weight_of[terms[index]]
    if other then sum = sum + weights[index] * other end
  end
  return sum
end

-- The sum of vectors, each times its factor (1 without factors), as a map from terms to weights.
function vectors.sum(sentences, factors)
  local sum = {}
  for index, sentence in ipairs(sentences) do
    local factor, weights, terms = factors and factors[index] or 1, sentence.weights, sentence.terms
    for place = 1, #terms do
      local term = terms[place]
      sum[term] = (sum[term] or 0) + factor * weights[place]
    end
  end
  return sum
end

-- The length of the part of a vector that falls on a set of terms, from 0 to 1.
function vectors.overlap(vector, has)
  local sum, weights, terms = 0, vector.weights, vector.terms
  for index = 1, #terms do
    if has[terms[index]] then sum = sum + weights[index] * weights[index] end
  end
  return math.sqrt(sum)
end

return vectors
