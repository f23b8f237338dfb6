-- What the headings of an article are to each other and to its title.

local outline = {}

-- The blocks as a tree of sections, which JATS and TEI want and the model, as most pages, does not
-- have. `{heading?, blocks, sections}`: the blocks before the first heading, and for each heading
-- those below it with the sections of deeper headings.
function outline.of(article)
  local root = { level = 0, blocks = {}, sections = {} }
  local open = { root }
  for _, node in ipairs(article.blocks) do
    if node.kind == "heading" then
      while open[#open].level >= node.level do open[#open] = nil end
      local section = { level = node.level, heading = node, blocks = {}, sections = {} }
      table.insert(open[#open].sections, section)
      open[#open + 1] = section
    else
      table.insert(open[#open].blocks, node)
    end
  end
  return root
end

-- Whether the first block is the title: one that cites a note is a heading, as references stand in
-- blocks.
function outline.begins_with_title(article)
  local first = article.blocks[1]
  return first ~= nil and first.kind == "heading" and first.text == article.title
end

return outline
