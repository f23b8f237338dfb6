-- Ways to score sentences: each takes the sentences, the article and its language, and returns a
-- list of numbers.

local textrank = require "textrank"
local vectors = require "vectors"

local ranking = {}

-- Set by ROUGE on 42 papers and 30 texts of twelve genres, where centrality alone gives .448 and
-- .318 for single words, all signals together .494 and .356.
local place_weight, title_weight = 0.7, 0.6
local paragraph_decay, sentence_decay = 0.3, 0.1

-- Divides scores by the largest, so that several kinds can be added.
local function scaled(scores)
  local largest = 0
  for _, score in ipairs(scores) do largest = math.max(largest, score) end
  if largest == 0 then return scores end
  for index, score in ipairs(scores) do scores[index] = score / largest end
  return scores
end

-- The products of all sentences with one sum of vectors.
local function products(sentences, sum)
  local scores = {}
  for index, sentence in ipairs(sentences) do scores[index] = vectors.product(sentence, sum) end
  return scores
end

-- Each sentence's likeness to all others together: the sum of its cosines, in time linear in the
-- article's length, because a sum of cosines is the product with the sum.
local function centrality(sentences) return products(sentences, vectors.sum(sentences)) end

-- Sentences that are hardly one, or that take the place of three, get less.
local function length_factor(words)
  if words < 8 then return words / 8 * 0.6 end
  if words > 45 then return 45 / words end
  return 1
end

-- The terms of the title, the subtitle and the headings.
local function heading_terms(article, language)
  local parts = { article.title or "", article.subtitle or "" }
  for _, heading in ipairs(article.headings) do parts[#parts + 1] = heading.text end
  return vectors.terms_of(table.concat(parts, "\n"), language)
end

-- The default: what an article says again and again, early, and under its headings' words
-- (Edmundson 1969 on place and title; centrality after Radev et al. 2004).
function ranking.ranked(sentences, article, language)
  local central, titles = scaled(centrality(sentences)), heading_terms(article, language)
  local scores = {}
  for index, sentence in ipairs(sentences) do
    local place = 1 / (1 + paragraph_decay * (sentence.paragraph - 1))
      / (1 + sentence_decay * (sentence.number - 1))
    local score = central[index] + place_weight * place
      + title_weight * vectors.overlap(sentence, titles)
    scores[index] = score * length_factor(sentence.words)
  end
  return scores
end

-- LexRank (Erkan & Radev 2004, section 3.3, the continuous form): PageRank over cosines. The matrix
-- is never built: a sentence's product with the weighed sum of all vectors is its row times the
-- scores.
function ranking.lexrank(sentences)
  local count, damping = #sentences, 0.85
  local degrees, scores = centrality(sentences), {}
  for index = 1, count do scores[index] = 1 / count end
  for _ = 1, 50 do
    local factors, change = {}, 0
    for index = 1, count do
      factors[index] = degrees[index] > 0 and scores[index] / degrees[index] or 0
    end
    for index, sum in ipairs(products(sentences, vectors.sum(sentences, factors))) do
      local score = (1 - damping) / count + damping * sum
      change = change + math.abs(score - scores[index])
      scores[index] = score
    end
    if change < 1e-6 then break end
  end
  return scores
end

ranking.textrank = textrank

-- The first sentences: what a ranking has to beat.
function ranking.lead(sentences)
  local scores = {}
  for index = 1, #sentences do scores[index] = #sentences - index + 1 end
  return scores
end

-- Adds to the scores how well each sentence answers a query; whatever answers it goes before what
-- does not.
function ranking.prefer(scores, sentences, query, language)
  local terms = vectors.terms_of(query, language)
  scaled(scores)
  for index, sentence in ipairs(sentences) do
    local answer = vectors.overlap(sentence, terms)
    if answer > 0 then scores[index] = scores[index] + 1 + answer end
  end
end

return ranking
