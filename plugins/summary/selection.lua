-- Takes the best sentences, none of which repeats another, up to the length asked for.

local vectors = require "vectors"

local selection = {}

-- Above this cosine two sentences say the same; found by ROUGE on papers and on twelve genres.
local sameness = 0.5

-- How many sentences, and how many words, the summary may have.
local function limits(sentences, options)
  if options.words > 0 then return math.huge, options.words end
  if options.percent > 0 then
    return math.max(1, math.floor(#sentences * options.percent / 100 + 0.5)), math.huge
  end
  return options.sentences, math.huge
end

local function repeats(sentence, chosen)
  for _, other in ipairs(chosen) do
    if sentence.text == other.text then return true end
    if vectors.product(sentence, vectors.weight_of(other)) > sameness then return true end
  end
  return false
end

-- The chosen sentences in the order of the article.
function selection.choose(sentences, scores, options)
  local order = {}
  for index = 1, #sentences do order[index] = index end
  table.sort(order, function(a, b)
    if scores[a] ~= scores[b] then return scores[a] > scores[b] end
    return a < b
  end)

  local most, words_left = limits(sentences, options)
  -- `lead` promises the first sentences, whatever they say.
  local skips_repetition = options.method ~= "lead"
  local chosen = {}
  for _, index in ipairs(order) do
    local sentence = sentences[index]
    if #chosen >= most then break end
    if sentence.words <= words_left and not (skips_repetition and repeats(sentence, chosen)) then
      chosen[#chosen + 1] = sentence
      words_left = words_left - sentence.words
    end
  end
  table.sort(chosen, function(a, b) return a.position < b.position end)
  return chosen
end

return selection
