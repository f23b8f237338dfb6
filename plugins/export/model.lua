-- The model as JSON: the fields of the API under their own names; what points to a node has its
-- `index`.

local encoded = require "deep_json"

local model = {}

-- Fields that a kind of node has beyond those of every node.
local fields = {
  heading = { "level" }, paragraph = { "role" }, list = { "ordered", "start" },
  item = { "checked" },
  table = { "label", "caption", "row_count", "column_count" },
  poll = { "question", "total", "consistent" }, footnote = { "number", "label" },
  boilerplate = { "why" },
}

local function copied(object, names, into)
  for _, name in ipairs(names) do into[name] = object[name] end
  return into
end

-- A collection as a list, each element changed by `change`.
local function list(collection, change)
  local elements = ibid.list {}
  for index, element in ipairs(collection) do elements[index] = change(element) end
  return elements
end

local function same(element) return element end

local function reference_of(reference)
  local value = copied(reference, {
    "number", "label", "line", "column", "byte_offset", "byte_count",
  }, {})
  value.node = reference.node.index
  value.footnote = reference.footnote and reference.footnote.label
  return value
end

local function run_of(run)
  return {
    styles = list(run.styles, same), text = run.text, href = run.href,
    reference = run.reference and run.reference.label,
  }
end

-- The cells whose text is not all plain, the header being row 0.
local function cell_runs(node)
  local cells = ibid.list {}
  for row = node.header and 0 or 1, node.row_count do
    for column = 1, node.column_count do
      local runs = node:cell_runs(row, column)
      if runs and #runs > 0 then
        cells[#cells + 1] = { row = row, column = column, runs = list(runs, run_of) }
      end
    end
  end
  return #cells > 0 and cells or nil
end

local function option_of(option) return copied(option, { "label", "votes", "percent" }, {}) end

local function node_of(node)
  local value = copied(node, {
    "kind", "index", "text", "line", "column", "last_line", "byte_offset", "byte_count",
  }, {})
  copied(node, fields[node.kind] or {}, value)
  if #node.runs > 0 then value.runs = list(node.runs, run_of) end
  if #node.references > 0 then value.references = list(node.references, reference_of) end
  if #node.children > 0 then value.children = list(node.children, node_of) end
  if node.kind == "pull_quote" or node.kind == "caption" then
    value.of = node.of and node.of.index
  end
  if node.kind == "table" then
    value.header = node.header and list(node.header, same)
    value.rows = list(node.rows, function(row) return list(row, same) end)
    value.cell_runs = cell_runs(node)
  elseif node.kind == "poll" then
    value.options = list(node.options, option_of)
  elseif node.kind == "footnote" then
    value.urls = list(node.urls, same)
    value.antecedent = node.antecedent and node.antecedent.label
  end
  return value
end

-- The article as one JSON object.
function model.json(article)
  local value = copied(article, {
    "path", "format", "title", "subtitle", "series", "date", "language",
  }, {})
  value.authors = list(article.authors, function(author)
    return copied(author, { "name", "about" }, {})
  end)
  value.blocks = list(article.blocks, node_of)
  value.footnotes = list(article.footnotes, node_of)
  value.boilerplate = list(article.boilerplate, node_of)
  value.diagnostics = list(article.diagnostics, function(diagnostic)
    return copied(diagnostic, { "code", "severity", "message", "line", "column" }, {})
  end)
  return encoded(value) .. "\n"
end

return model
