-- An index of what an article quotes: quotations set apart, and those inside its paragraphs.

-- Opening and closing marks. Straight marks and apostrophes do not tell where a quotation begins.
local marks = { { "“", "”" }, { "«", "»" }, { "„", "“" }, { "「", "」" }, { "『", "』" } }

-- Each quotation in a text: where it begins, and its words.
local function quotations(text)
  local found = {}
  for _, pair in ipairs(marks) do
    local from = 1
    while true do
      local _, opened = text:find(pair[1], from, true)
      if not opened then break end
      local closing, last = text:find(pair[2], opened + 1, true)
      if not closing then break end
      local words = text:sub(opened + 1, closing - 1):match "^%s*(.-)%s*$"
      found[#found + 1] = { at = opened, text = words }
      from = last + 1
    end
  end
  table.sort(found, function(a, b) return a.at < b.at end)
  return found
end

return {
  name = "quotations", version = "1.0.0", since = "0.1",
  summary = "What an article quotes, with the line and the section.",
  categories = { "analysis", "safe" },
  options = {
    minimum = {
      type = "integer", default = 4, min = 1,
      doc = "leave out quotations of fewer words: they are titles and terms",
    },
  },

  article = function(article, options)
    local index = ibid.list {}
    local function add(text, node, form)
      local words = ibid.count(text, "words", article.language)
      if words < options.minimum then return end
      index[#index + 1] = {
        text = text, words = words, line = node.line, form = form,
        section = node.section and node.section.text,
      }
    end
    article:walk(function(node)
      if node.kind == "quote" then
        add(node.text, node, "block")
        return false
      end
      if node.kind == "paragraph" or node.kind == "item" then
        for _, quotation in ipairs(quotations(node.text)) do add(quotation.text, node, "inline") end
      end
    end)
    return { quotations = index }
  end,
}
