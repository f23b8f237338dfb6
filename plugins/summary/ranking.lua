-- Ways to score sentences: each takes the sentences and the article, and returns a list of numbers.

local textrank = require "textrank"

local ranking = {}

-- Set by ROUGE on 42 papers and 30 texts of twelve genres, where centrality alone gives .448 and
-- .318 for single words, all signals together .494 and .356.
local place_weight, title_weight = 0.7, 0.6
local paragraph_decay, sentence_decay = 0.3, 0.1

-- Divides scores by the largest, so that several kinds can be added.
local function scaled(scores)
  local largest = 0
  for _, score in ipairs(scores) do
    if score > largest then largest = score end
  end
  if largest == 0 then return scores end
  for index, score in ipairs(scores) do scores[index] = score / largest end
  return scores
end

-- Sentences that are hardly one, or that take the place of three, get less.
local function length_factor(words)
  if words < 8 then return words / 8 * 0.6 end
  if words > 45 then return 45 / words end
  return 1
end

-- The title, the subtitle and the headings.
local function headings_of(article)
  local parts = { article.title or "", article.subtitle or "" }
  for _, heading in ipairs(article.headings) do parts[#parts + 1] = heading.text end
  return table.concat(parts, "\n")
end

-- The default: what an article says again and again, early, and under its headings' words
-- (Edmundson 1969 on place and title; centrality after Radev et al. 2004).
function ranking.ranked(sentences, article)
  local vectors = sentences.vectors
  local central, titled = scaled(vectors:products()), vectors:overlaps(headings_of(article))
  local paragraphs, places, words = sentences.paragraphs, sentences.places, sentences.words
  local scores = {}
  for index = 1, #central do
    local place = 1 / (1 + paragraph_decay * (paragraphs[index] - 1))
      / (1 + sentence_decay * (places[index] - 1))
    local score = central[index] + place_weight * place + title_weight * titled[index]
    scores[index] = score * length_factor(words[index])
  end
  return scores
end

-- LexRank (Erkan & Radev 2004, section 3.3, the continuous form): PageRank over cosines. The matrix
-- is never built: a sentence's product with the weighed sum of all vectors is its row times the
-- scores.
function ranking.lexrank(sentences)
  local vectors = sentences.vectors
  local degrees, damping, scores = vectors:products(), 0.85, {}
  local count = #degrees
  for index = 1, count do scores[index] = 1 / count end
  for _ = 1, 50 do
    local factors, change = {}, 0
    for index = 1, count do
      factors[index] = degrees[index] > 0 and scores[index] / degrees[index] or 0
    end
    for index, sum in ipairs(vectors:products(factors)) do
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
  local scores, count = {}, #sentences.texts
  for index = 1, count do scores[index] = count - index + 1 end
  return scores
end

-- The words of a query that mean something, or all where none does.
local function words_of(query, language)
  local words, all = {}, ibid.words(query, language)
  for _, word in ipairs(all) do
    if not ibid.is_stopword(word, language) then words[#words + 1] = word end
  end
  return #words > 0 and words or all
end

-- For each sentence the share of the words that it has, in whatever form.
local function shares(texts, words, language)
  local found = {}
  if #words == 0 then return found end
  local matcher = ibid.matcher(words, language)
  for index, text in ipairs(texts) do
    local seen, count = {}, 0
    for _, occurrence in ipairs(matcher:find(text)) do
      if not seen[occurrence.term] then
        seen[occurrence.term], count = true, count + 1
      end
    end
    found[index] = count / #words
  end
  return found
end

-- Adds to the scores how well each sentence answers a query; whatever answers it goes before what
-- does not. Returns how many answer it.
function ranking.prefer(scores, sentences, query, language)
  scaled(scores)
  local shared, answers = shares(sentences.texts, words_of(query, language), language), 0
  for index, overlap in ipairs(sentences.vectors:overlaps(query)) do
    local answer = overlap + (shared[index] or 0)
    if answer > 0 then
      scores[index] = scores[index] + 1 + answer
      answers = answers + 1
    end
  end
  return answers
end

return ranking
