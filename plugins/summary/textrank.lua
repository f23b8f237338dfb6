-- TextRank (Mihalcea & Tarau 2004, section 4): PageRank over sentences that share words.

local vectors = require "vectors"

local damping, rounds = 0.85, 50

-- Most sentences of a long article are alike in some word, so the graph grows with the square of
-- their number: of more than these the most central ones are ranked.
local most = 500

-- For each sentence its neighbours and how alike they are, and the sums of that: likeness is the
-- number of shared terms over the logarithms of both lengths.
local function edges_of(sentences)
  local holders, edges, sums = {}, {}, {}
  for index, sentence in ipairs(sentences) do
    local shared, found = {}, {}
    for _, term in ipairs(sentence.terms) do
      local earlier = holders[term]
      if not earlier then
        earlier = {}
        holders[term] = earlier
      end
      for _, other in ipairs(earlier) do
        if not shared[other] then found[#found + 1] = other end
        shared[other] = (shared[other] or 0) + 1
      end
      earlier[#earlier + 1] = index
    end
    edges[index], sums[index] = {}, 0
    for _, other in ipairs(found) do
      local lengths = math.log(sentence.words) + math.log(sentences[other].words)
      -- Two sentences of one word each have no length to divide by.
      local likeness = lengths > 0 and shared[other] / lengths or 0
      table.insert(edges[index], { other, likeness })
      table.insert(edges[other], { index, likeness })
      sums[index], sums[other] = sums[index] + likeness, sums[other] + likeness
    end
  end
  return edges, sums
end

local function rank(sentences)
  local edges, sums = edges_of(sentences)
  local scores = {}
  for index = 1, #sentences do scores[index] = 1 end
  for _ = 1, rounds do
    local renewed, change = {}, 0
    for index, neighbours in ipairs(edges) do
      local sum = 0
      for _, edge in ipairs(neighbours) do
        local other, likeness = edge[1], edge[2]
        if likeness > 0 then sum = sum + likeness / sums[other] * scores[other] end
      end
      renewed[index] = 1 - damping + damping * sum
      change = change + math.abs(renewed[index] - scores[index])
    end
    scores = renewed
    if change < 1e-6 * #sentences then break end
  end
  return scores
end

-- The sentences that are most like the whole article, in its order, and their places in it.
local function central(sentences)
  local order, sum, score = {}, vectors.sum(sentences), {}
  for index, sentence in ipairs(sentences) do
    order[index], score[index] = index, vectors.product(sentence, sum)
  end
  table.sort(order, function(a, b)
    if score[a] ~= score[b] then return score[a] > score[b] end
    return a < b
  end)
  local places = table.move(order, 1, most, 1, {})
  table.sort(places)
  local chosen = {}
  for index, place in ipairs(places) do chosen[index] = sentences[place] end
  return chosen, places
end

return function(sentences)
  if #sentences <= most then return rank(sentences) end
  local chosen, places = central(sentences)
  local scores, all = rank(chosen), {}
  for index = 1, #sentences do all[index] = 0 end
  for index, place in ipairs(places) do all[place] = scores[index] end
  return all
end
