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

-- The terms of a text in the order of their first occurrence, how often each stands there, and the
-- number of all words. `known` keeps what words count for, because an article repeats them.
function vectors.terms_of(text, language, known)
  local terms, counts, words = {}, {}, ibid.words(text, language)
  for _, word in ipairs(words) do
    local term = known[word]
    if term == nil then
      term = term_of(word, language)
      known[word] = term
    end
    if term then
      local count = counts[term]
      if not count then terms[#terms + 1] = term end
      counts[term] = (count or 0) + 1
    end
  end
  return terms, counts, #words
end

-- Turns counts into the weights of a vector of length 1; none where the sentence has no terms.
local function weigh(sentence, counts, documents, total)
  local weights, square = {}, 0
  for index, term in ipairs(sentence.terms) do
    local weight = (1 + math.log(counts[term])) * math.log(1 + total / documents[term])
    weights[index] = weight
    square = square + weight * weight
  end
  local length = math.sqrt(square)
  for index = 1, #weights do weights[index] = weights[index] / length end
  sentence.weights = weights
end

-- What words count for in a language, kept from article to article: it depends on the word alone.
-- Past so many occurrences it is begun anew, as a corpus of many articles has words without end.
local cache, cached_language, cached_words, most_words = {}, nil, 0, 500000

local function known_words(language)
  if cached_language ~= language or cached_words > most_words then
    cache, cached_language, cached_words = {}, language, 0
  end
  return cache
end

-- Makes each sentence a vector, and gives it the number of its `words`. For the inverse document
-- frequency a sentence is a document.
function vectors.add(sentences, language)
  local known, documents, counts = known_words(language), {}, {}
  for index, sentence in ipairs(sentences) do
    sentence.terms, counts[index], sentence.words = vectors.terms_of(sentence.text, language, known)
    for _, term in ipairs(sentence.terms) do documents[term] = (documents[term] or 0) + 1 end
  end
  for index, sentence in ipairs(sentences) do
    weigh(sentence, counts[index], documents, #sentences)
    cached_words = cached_words + #sentence.terms
  end
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
  local sum, weights = 0, vector.weights
  for index, term in ipairs(vector.terms) do
    local other = weight_of[term]
    if other then sum = sum + weights[index] * other end
  end
  return sum
end

-- The sum of vectors, each times its factor (1 without factors), as a map from terms to weights.
function vectors.sum(sentences, factors)
  local sum = {}
  for index, sentence in ipairs(sentences) do
    local factor, weights = factors and factors[index] or 1, sentence.weights
    for place, term in ipairs(sentence.terms) do
      sum[term] = (sum[term] or 0) + factor * weights[place]
    end
  end
  return sum
end

-- The length of the part of a vector that falls on the terms of another text, from 0 to 1.
function vectors.overlap(vector, counts)
  local sum, weights = 0, vector.weights
  for index, term in ipairs(vector.terms) do
    if counts[term] then sum = sum + weights[index] * weights[index] end
  end
  return math.sqrt(sum)
end

return vectors
