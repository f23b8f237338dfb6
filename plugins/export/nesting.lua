-- Pieces of a text as elements within each other, as `inline.pieces` gives them.

-- What may enclose several pieces, the outermost first where they enclose the same.
local order = { "href", "emphasis", "strong", "deletion" }

local function value_of(piece, name)
  if piece.reference then return nil end
  if name == "href" then return piece.href or piece.address and piece.text end
  return piece.styles[name]
end

-- The last of the pieces from `at` to `last` that share a value.
local function run_end(pieces, at, last, name)
  local value = value_of(pieces[at], name)
  while at < last and value_of(pieces[at + 1], name) == value do at = at + 1 end
  return at
end

-- What encloses the most pieces from `at` on, of all that is not `open`, and the last of them; nil
-- where nothing does.
local function widest(pieces, at, last, open)
  local piece, widest_name, ending = pieces[at], nil, nil
  -- Most pieces are plain text.
  if piece.reference or not (piece.href or piece.address or next(piece.styles)) then return nil end
  for _, name in ipairs(order) do
    if not open[name] and value_of(pieces[at], name) then
      local name_end = run_end(pieces, at, last, name)
      if not ending or name_end > ending then widest_name, ending = name, name_end end
    end
  end
  return widest_name, ending
end

local function nest(pieces, first, last, open, format, self, out)
  local at = first
  while at <= last do
    local name, ending = widest(pieces, at, last, open)
    if name then
      local inside = {}
      open[name] = true
      nest(pieces, at, ending, open, format, self, inside)
      open[name] = nil
      local append = format.add or table.insert
      append(out, format.wrap(self, name, inside, pieces[at]))
    else
      format.leaf(self, out, pieces[at])
    end
    at = (ending or at) + 1
  end
end

-- The pieces of a text as elements within each other: `*text **nested** emphasis*` is one emphasis.
-- `format.leaf(self, out, piece)` adds a citation or a text, which may be code, to a list;
-- `format.wrap(self, name, inside, piece)` gives what encloses a list: `name` is a style, or `href`
-- for a link to the address of `piece`. `format.add(out, text)`, where it is, appends that.
return function(pieces, format, self)
  local out = {}
  nest(pieces, 1, #pieces, {}, format, self, out)
  return out
end
