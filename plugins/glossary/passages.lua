-- Every text of an article in which a term may be explained.

local passages = {}

-- Kinds of nodes whose text is their own; lists and quotes speak through the nodes inside them.
local carriers = {
  caption = true, footnote = true, heading = true, item = true, paragraph = true, quote = true,
}

local function add(list, seen, text, node, line)
  -- A pull quote or a lead may repeat a paragraph; a term in it would count twice.
  if text == "" or seen[text] then return end
  seen[text] = true
  list[#list + 1] = { text = text, node = node, line = line or node.line }
end

local function add_table(list, seen, node)
  add(list, seen, node.caption or "", node)
  for _, rows in ipairs { { node.header or {} }, node.rows } do
    for _, row in ipairs(rows) do
      for _, cell in ipairs(row) do add(list, seen, cell, node) end
    end
  end
end

-- A list of `{text, node, line}` in reading order, the notes last; the title, which is no node, has
-- `byte_offset` and `byte_count` instead.
function passages.of(article)
  local list, seen = {}, {}
  for _, entry in ipairs(article.front_matter) do
    if entry.field == "title" then
      local count = #list
      add(list, seen, article.title or "", nil, entry.line)
      if #list > count then
        list[#list].byte_offset, list[#list].byte_count = entry.byte_offset, entry.byte_count
      end
    end
  end
  article:walk(function(node)
    if node.kind == "table" then
      add_table(list, seen, node)
    elseif carriers[node.kind] then
      add(list, seen, node.text, node)
    end
  end)
  for _, note in ipairs(article.footnotes) do add(list, seen, note.text, note) end
  return list
end

-- The line on which `term` stands in a passage whose text has it at `position`: its n-th occurrence
-- in the text is taken for the n-th in the source. Where line breaks or markers cut it there, the
-- passage's own line.
function passages.line(passage, term, position)
  local node = passage.node
  if not node or node.last_line == node.line then return passage.line end
  local source, from = node.source, 1
  local start = passage.text:find(term, 1, true)
  while start and start < position do
    local found = source:find(term, from, true)
    from = found and found + #term or from
    start = passage.text:find(term, start + #term, true)
  end
  local found = source:find(term, from, true)
  if not found then return passage.line end
  local _, breaks = source:sub(1, found - 1):gsub("\n", "")
  return passage.line + breaks
end

return passages
