-- Where in its article's source a piece of a passage's text stands.

local places = {}

-- A pattern for a text whose spaces may be line breaks, and whose quotes any.
local function pattern_of(text)
  local pattern = text:gsub("%W", function(character)
    if character:find "%s" then return "%s+" end
    -- Bytes of letters beyond ASCII mean themselves.
    return character:byte() < 0x80 and "%" .. character or character
  end)
  if text:find "^%w" then pattern = "%f[%w]" .. pattern end
  return pattern
end

-- What places of one article are found by; `next` is to be asked for passages in their order, and
-- for the places of one in theirs.
function places.new(article) return { article = article, seen = {}, patterns = {} } end

-- The source of a passage, with the line and column at which it begins.
local function source_of(self, passage)
  local node = passage.node
  if node then return node.source, node.line, node.column end
  local start, count = passage.byte_offset, passage.byte_count
  if not start then return "", passage.line, 1 end
  local source = self.article.source
  local before = source:sub(math.max(1, start - 1000), start):match "[^\r\n]*$"
  return source:sub(start + 1, start + count), passage.line, (utf8.len(before) or 0) + 1
end

-- The line and column of a byte of a source; lines are counted on from the last place.
local function place_of(state, position)
  if position < state.line_start then
    state.line, state.line_start = state.first_line, 1
  end
  local found = state.source:find("\n", state.line_start, true)
  while found and found < position do
    state.line, state.line_start = state.line + 1, found + 1
    found = state.source:find("\n", state.line_start, true)
  end
  local before = utf8.len(state.source, state.line_start, position - 1) or 0
  return state.line, (state.line_start == 1 and state.first_column or 1) + before
end

local function state_of(self, passage)
  local key = passage.node or passage
  local state = self.seen[key]
  if not state then
    local source, line, column = source_of(self, passage)
    state = {
      source = source, from = 1, first_line = line, first_column = column,
      line = line, line_start = 1,
    }
    self.seen[key] = state
  end
  return state
end

local function pattern_for(self, form)
  self.patterns[form] = self.patterns[form] or pattern_of(form)
  return self.patterns[form]
end

-- The line and column, from 1, of the next `form` in a passage; those of the passage itself where
-- its source has the form in another way, between markup or entities.
function places.next(self, passage, form)
  local state, pattern = state_of(self, passage), pattern_for(self, form)
  local first, last = state.source:find(pattern, state.from)
  -- A table's caption is asked for before its cells and may stand behind them.
  if not first then first, last = state.source:find(pattern) end
  if not first then return state.first_line, state.first_column end
  state.from = last + 1
  return place_of(state, first)
end

-- The same of the `form` that the passage's text has at the byte `position`: the n-th occurrence in
-- the text is taken for the n-th in the source.
function places.at(self, passage, form, position)
  local state, pattern = state_of(self, passage), pattern_for(self, form)
  local first, from = nil, 1
  local found, last = passage.text:find(pattern)
  while found and found <= position do
    local next_first, next_last = state.source:find(pattern, from)
    if not next_first then break end
    first, from = next_first, next_last + 1
    found, last = passage.text:find(pattern, last + 1)
  end
  if not first then return state.first_line, state.first_column end
  return place_of(state, first)
end

return places
