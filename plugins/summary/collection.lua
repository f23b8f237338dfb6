-- The sentences from which a summary may be made.

local collection = {}

-- Calls `visit` with each node that carries the article's own prose. Notes, tables, polls, pull
-- quotes and boilerplate never qualify; a text without body paragraphs falls back to its lead, then
-- to list items.
local function visit_prose(article, visit)
  local seen = false
  for _, role in ipairs { "body", "lead" } do
    for _, paragraph in ipairs(article.paragraphs) do
      if paragraph.role == role then
        visit(paragraph)
        seen = true
      end
    end
    if seen then return end
  end
  for _, list in ipairs(article.lists) do
    for _, item in ipairs(list.items) do visit(item) end
  end
end

-- What is known of the sentences, in lists by their numbers from 1: the `texts`, the numbers of
-- their `paragraphs` and their `places` in them, both from 1; then their `vectors` and how many
-- `words` each has. `nodes` has the node of each paragraph.
function collection.of(article, language)
  local texts, paragraphs, places, nodes = {}, {}, {}, {}
  local count = 0
  visit_prose(article, function(node)
    local paragraph = #nodes + 1
    nodes[paragraph] = node
    for place, text in ipairs(node.sentences) do
      count = count + 1
      texts[count], paragraphs[count], places[count] = text, paragraph, place
    end
  end)
  local vectors = ibid.vectors(texts, language)
  return {
    texts = texts, paragraphs = paragraphs, places = places, nodes = nodes, vectors = vectors,
    words = vectors:words(),
  }
end

-- The byte in `source` after the words with which `sentence` begins, searched from `from`. Source
-- and text differ in white space and markers only, so the first word is enough of an anchor and
-- never skips a line.
local function find(source, sentence, from)
  local first_word = sentence:match "^%S+"
  local start = first_word and source:find(first_word, from, true)
  return start or from
end

-- The line on which a sentence begins.
function collection.line_of(sentences, index)
  local node = sentences.nodes[sentences.paragraphs[index]]
  local line = node.line
  if node.last_line == line then return line end
  local source, from = node.source, 1
  for other = index - sentences.places[index] + 1, index do
    local start = find(source, sentences.texts[other], from)
    local _, breaks = source:sub(from, start - 1):gsub("\n", "")
    line, from = line + breaks, start
  end
  return line
end

return collection
