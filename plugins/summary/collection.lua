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

-- The byte in `source` after the words with which `sentence` begins, searched from `from`. Source
-- and text differ in white space and markers only, so the first word is enough of an anchor and
-- never skips a line.
local function find(source, sentence, from)
  local first_word = sentence:match "^%S+"
  local start = first_word and source:find(first_word, from, true)
  return start or from
end

-- Adds the sentences of one node, each with the line on which it begins.
local function add(sentences, node, paragraph)
  local source, line, from = node.source, node.line, 1
  local is_one_line = node.last_line == line
  local texts = node.sentences
  for number, text in ipairs(texts) do
    if not is_one_line then
      local start = find(source, text, from)
      local _, breaks = source:sub(from, start - 1):gsub("\n", "")
      line, from = line + breaks, start
    end
    sentences[#sentences + 1] = {
      text = text, line = line, position = #sentences + 1,
      paragraph = paragraph, number = number, count = #texts,
    }
  end
end

-- A list of `{text, line, position, paragraph, number, count}`: `position` in the article,
-- `paragraph` the number of its paragraph, `number` its place among the `count` sentences of it;
-- all from 1.
function collection.of(article)
  local sentences, paragraph = {}, 0
  visit_prose(article, function(node)
    paragraph = paragraph + 1
    add(sentences, node, paragraph)
  end)
  sentences.paragraphs = paragraph
  return sentences
end

return collection
