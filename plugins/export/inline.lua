-- The text of a node in pieces, as every format needs them.

local inline = {}

-- Splits plain text at web addresses, so that a format can leave them unescaped and make them
-- links.
local function add_plain(pieces, text, styles)
  local from = 1
  while true do
    local first, last = text:find("https?://[^%s<>\"]+", from)
    if not first then break end
    local address = text:sub(first, last)
    -- Marks of Chinese and Japanese follow an address without a space: U+3000 to U+303F, U+FF00 to
    -- U+FFEF.
    local mark = address:find "\xE3\x80" or address:find "\xEF[\xBC-\xBF]"
    if mark then address = address:sub(1, mark - 1) end
    address = address:gsub("[%.,;:!%?'%)%]]+$", "")
    -- A bracket that opens inside the address belongs to it: `…/Ovens_(bread)`.
    if address:find("(", 1, true) and text:sub(first + #address, first + #address) == ")" then
      address = address .. ")"
    end
    if first > from then
      pieces[#pieces + 1] = { text = text:sub(from, first - 1), styles = styles }
    end
    pieces[#pieces + 1] = { text = address, styles = styles, address = true }
    from = first + #address
  end
  if from <= #text then pieces[#pieces + 1] = { text = text:sub(from), styles = styles } end
end

-- The pieces of a text without styles: `{text, styles, address?}`.
function inline.plain(text)
  local pieces = {}
  add_plain(pieces, text, {})
  return pieces
end

-- A text of no node, without styles: what has a node's text, runs and references is read as one.
function inline.text(text) return { text = text, runs = {}, references = {} } end

-- The cells of a table, each as a text: `{header?, rows, count, rest}`. Every row has `count`
-- cells; `rest` are the references that stand in none of them.
function inline.grid(node)
  local grid = { rows = {}, count = math.max(1, node.column_count), rest = {} }
  local placed = {}
  local function row_of(row)
    local cells = {}
    for column = 1, grid.count do
      local runs = node:cell_runs(row, column) or {}
      for _, run in ipairs(runs) do
        if run.reference then placed[run.reference] = true end
      end
      cells[column] = { text = node:cell(row, column) or "", runs = runs, references = {} }
    end
    return cells
  end
  if node.header then grid.header = row_of(0) end
  for row = 1, node.row_count do grid.rows[row] = row_of(row) end
  for _, reference in ipairs(node.references) do
    if not placed[reference] then grid.rest[#grid.rest + 1] = reference end
  end
  return grid
end

-- A list of `{text, styles, href?, address?}` and `{reference}`: `styles` is a set of names,
-- `address` marks a bare web address.
function inline.pieces(node)
  local pieces, references = {}, 0
  local runs = node.runs
  for _, run in ipairs(runs) do
    local styles = {}
    for _, style in ipairs(run.styles) do styles[style] = true end
    if run.reference then
      references = references + 1
      pieces[#pieces + 1] = { reference = run.reference }
    elseif styles.code or run.href then
      pieces[#pieces + 1] = { text = run.text, styles = styles, href = run.href }
    else
      add_plain(pieces, run.text, styles)
    end
  end
  if #runs == 0 then add_plain(pieces, node.text, {}) end
  -- The references of a footnote are the places that cite it, not places in its text.
  if node.kind == "footnote" then return pieces end
  -- What cites a note without a place in the text cites it at its end.
  for index, reference in ipairs(node.references) do
    if index > references then pieces[#pieces + 1] = { reference = reference } end
  end
  return pieces
end

-- The image of a figure: its address, or nil.
function inline.image(figure)
  for _, run in ipairs(figure.runs) do
    if run.href then return run.href end
  end
  return nil
end

return inline
