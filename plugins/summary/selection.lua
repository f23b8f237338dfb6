-- Takes the best sentences, none of which repeats another, up to the length asked for.

local selection = {}

-- Above this cosine two sentences say the same; found by ROUGE on papers and on twelve genres.
local sameness = 0.5

-- How many sentences, and how many words, the summary may have.
local function limits(count, options)
  if options.words > 0 then return math.huge, options.words end
  if options.percent > 0 then
    return math.max(1, math.floor(count * options.percent / 100 + 0.5)), math.huge
  end
  return options.sentences, math.huge
end

local function repeats(sentences, index, chosen)
  for _, other in ipairs(chosen) do
    if sentences.texts[index] == sentences.texts[other] then return true end
    if sentences.vectors:likeness(index, other) > sameness then return true end
  end
  return false
end

-- The numbers of the sentences, the best first, of equal ones the first. Plain numbers are sorted,
-- as a comparison in Lua costs ten times one in C; sentences of one score are chained.
local function best_first(scores)
  local ranks, first, following = {}, {}, {}
  for index = #scores, 1, -1 do
    local score = scores[index]
    if not first[score] then ranks[#ranks + 1] = score end
    following[index], first[score] = first[score], index
  end
  table.sort(ranks)
  local order = {}
  for rank = #ranks, 1, -1 do
    local index = first[ranks[rank]]
    while index do
      order[#order + 1] = index
      index = following[index]
    end
  end
  return order
end

-- The numbers of the chosen sentences in the order of the article.
function selection.choose(sentences, scores, options)
  local most, words_left = limits(#scores, options)
  -- `lead` promises the first sentences, whatever they say, and no hole between them; with a query
  -- they are chosen from all of the article.
  local is_lead = options.method == "lead"
  local has_holes = not is_lead or options.query ~= ""
  local chosen, order = {}, best_first(scores)
  for _, index in ipairs(order) do
    if #chosen >= most then break end
    local words = sentences.words[index]
    if words > words_left then
      if not has_holes then break end
    elseif is_lead or not repeats(sentences, index, chosen) then
      chosen[#chosen + 1] = index
      words_left = words_left - words
    end
  end
  -- A limit below the shortest sentence is no wish for none.
  if #chosen == 0 then chosen[1] = order[1] end
  table.sort(chosen)
  return chosen
end

return selection
