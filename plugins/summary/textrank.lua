-- TextRank (Mihalcea & Tarau 2004, section 4): PageRank over sentences that share words.

local damping, rounds = 0.85, 50

-- Most sentences of a long article are alike in some word, so the graph grows with the square of
-- their number: of more than these the most central ones are ranked.
local most = 500

-- For each of some sentences its neighbours among them and how alike they are, and the sums of
-- that: likeness is the number of shared terms over the logarithms of both lengths.
local function edges_of(sentences, places)
  local holders, edges, sums = {}, {}, {}
  local function logarithm(index) return math.log(sentences.words[places[index]]) end
  for index, place in ipairs(places) do
    local shared, found = {}, {}
    for _, term in ipairs(sentences.vectors:terms(place)) do
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
      local lengths = logarithm(index) + logarithm(other)
      -- Two sentences of one word each have no length to divide by.
      local likeness = lengths > 0 and shared[other] / lengths or 0
      table.insert(edges[index], { other, likeness })
      table.insert(edges[other], { index, likeness })
      sums[index], sums[other] = sums[index] + likeness, sums[other] + likeness
    end
  end
  return edges, sums
end

-- The scores of some sentences, whose numbers are `places`.
local function rank(sentences, places)
  local edges, sums = edges_of(sentences, places)
  local scores = {}
  for index = 1, #places do scores[index] = 1 end
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
    if change < 1e-6 * #places then break end
  end
  return scores
end

-- The numbers of the sentences that are most like the whole article, in its order.
local function central(sentences)
  local order, score = {}, sentences.vectors:products()
  for index = 1, #score do order[index] = index end
  table.sort(order, function(a, b)
    if score[a] ~= score[b] then return score[a] > score[b] end
    return a < b
  end)
  local places = table.move(order, 1, most, 1, {})
  table.sort(places)
  return places
end

return function(sentences)
  local places = central(sentences)
  local scores, all = rank(sentences, places), {}
  for index = 1, #sentences.texts do all[index] = 0 end
  for index, place in ipairs(places) do all[place] = scores[index] end
  return all
end
