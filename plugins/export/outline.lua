-- The blocks of an article as a tree of sections, which JATS and TEI want and the model, as most
-- pages, does not have.

local outline = {}

-- `{heading?, blocks, sections}`: the blocks before the first heading, and for each heading those
-- below it with the sections of deeper headings.
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

return outline
