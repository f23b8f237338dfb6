-- Every text of an article in which a term may be explained.

local passages = {}

-- Kinds of nodes whose text is their own; lists speak through the nodes inside them.
local carriers = { "caption", "footnote", "heading", "item", "paragraph", "quote", "table" }

-- Puts the title first, and only there.
local function add_title(list, title, entry)
  for place = 1, #list do
    if list[place].text == title then
      table.remove(list, place)
      break
    end
  end
  table.insert(list, 1, {
    text = title, line = entry.line, byte_offset = entry.byte_offset,
    byte_count = entry.byte_count,
  })
end

-- A list of `{text, node, line}` in reading order, the notes last, without texts that repeat others
-- as pull quotes may: a term in them would count twice. The title, which is no node, has
-- `byte_offset` and `byte_count` instead. With `marks` only the title and texts in which one of
-- these strings stands.
function passages.of(article, marks)
  local list, title = article:passages(carriers, marks), article.title
  for _, entry in ipairs(article.front_matter) do
    if entry.field == "title" and title and title ~= "" then
      add_title(list, title, entry)
      break
    end
  end
  return list
end

-- What is longer is no word or phrase, and to look for pieces of many lengths takes long.
local longest = 100

-- The pieces of a node in emphasis, as a set, and the lengths that they have.
local function emphases(node)
  local texts, lengths, seen = {}, {}, {}
  for _, run in ipairs(node and node.runs or {}) do
    for _, style in ipairs(run.styles) do
      if style == "emphasis" and run.text ~= "" and #run.text <= longest then
        texts[run.text] = true
        if not seen[#run.text] then lengths[#lengths + 1] = #run.text end
        seen[#run.text] = true
      end
    end
  end
  return { texts = texts, lengths = lengths }
end

-- The piece in emphasis, such as a foreign word, that ends the first bytes of a passage, which are
-- `before`; nil for none.
function passages.emphasis_at_end(passage, before)
  passage.emphases = passage.emphases or emphases(passage.node)
  for _, length in ipairs(passage.emphases.lengths) do
    local text = before:sub(-length)
    if passage.emphases.texts[text] then return text end
  end
  return nil
end

return passages
