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

-- The cells of a table, each as a text: `{header?, rows, count}`. Every row has `count` cells.
function inline.grid(node)
  local grid = { rows = {}, count = math.max(1, node.column_count) }
  local function row_of(row)
    local cells = {}
    for column = 1, grid.count do
      local runs = node:cell_runs(row, column) or {}
      cells[column] = { text = node:cell(row, column) or "", runs = runs, references = {} }
    end
    return cells
  end
  if node.header then grid.header = row_of(0) end
  for row = 1, node.row_count do grid.rows[row] = row_of(row) end
  return grid
end

-- The references of a table that stand neither in its cells nor in its caption.
local function unplaced(node, grid)
  local placed, rest = {}, {}
  local function add(runs)
    for _, run in ipairs(runs) do
      if run.reference then placed[run.reference] = true end
    end
  end
  add(node.runs)
  for _, cell in ipairs(grid.header or {}) do add(cell.runs) end
  for _, row in ipairs(grid.rows) do
    for _, cell in ipairs(row) do add(cell.runs) end
  end
  for _, reference in ipairs(node.references) do
    if not placed[reference] then rest[#rest + 1] = reference end
  end
  return rest
end

-- The caption of a table, behind `lead`, as a text. A reference that has no place is cited at its
-- end.
local function caption_of(node, grid, lead)
  local caption = { text = lead .. (node.caption or ""), runs = {}, references = {} }
  -- The node's text, of which its runs are pieces, is the label and the caption.
  local label = #node.text - #(node.caption or "")
  for _, run in ipairs(node.runs) do
    local text = run.text:sub(label + 1)
    label = math.max(0, label - #run.text)
    if run.reference then
      caption.references[#caption.references + 1] = run.reference
      caption.runs[#caption.runs + 1] = run
    elseif text ~= "" then
      caption.runs[#caption.runs + 1] = { text = text, styles = run.styles, href = run.href }
    end
  end
  if #caption.runs > 0 and lead ~= "" then
    table.insert(caption.runs, 1, { text = lead, styles = {} })
  end
  local rest = unplaced(node, grid)
  table.move(rest, 1, #rest, #caption.references + 1, caption.references)
  return caption
end

-- The caption of a table, without its label, as a text.
function inline.caption(node, grid) return caption_of(node, grid, "") end

-- The label and the caption of a table with `separator` between them, as a text.
function inline.title(node, grid, separator)
  local lead = node.label or ""
  if node.label and node.caption then lead = lead .. separator end
  return caption_of(node, grid, lead)
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

-- The address that a piece leads to.
function inline.address(piece) return piece.href or piece.text end

-- The image of a figure: its address, or nil, and the words for those who cannot see it.
function inline.image(figure)
  local text = figure.text
  for _, run in ipairs(figure.runs) do
    if run.href then
      local image = run.href ~= "" and run.href or nil
      return image, text ~= "" and text or (run.text:gsub("%s+", " "))
    end
  end
  return nil, text
end

return inline
