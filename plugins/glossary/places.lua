-- Where in its article's source a piece of a passage's text stands.

local addresses = require "addresses"
local plain_source = require "plain_source"

local places = {}

-- A pattern for a text whose spaces may be line breaks.
local function pattern_of(text)
  local pattern = plain_source.visible(text):gsub("%W", function(character)
    if character:find "%s" then return "%s+" end
    -- Bytes of letters beyond ASCII mean themselves.
    return character:byte() < 0x80 and "%" .. character or character
  end)
  if text:find "^%w" then pattern = "%f[%w]" .. pattern end
  return pattern
end

-- What places of one article are found by.
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
      source = source, plain = plain_source.of(source, self.article.format), from = 1,
      first_line = line, first_column = column, line = line, line_start = 1, forms = {},
    }
    self.seen[key] = state
  end
  return state
end

local function pattern_for(self, form)
  self.patterns[form] = self.patterns[form] or pattern_of(form)
  return self.patterns[form]
end

local function place_of_plain(state, position)
  return place_of(state, plain_source.position(state.plain, position))
end

-- The first and last byte of what a pattern finds from the byte `from`, without addresses.
local function find_word(text, pattern, from)
  local first, last = text:find(pattern, from)
  while first and addresses.hold(text, first, last) do
    first, last = text:find(pattern, last + 1)
  end
  return first, last
end

-- The line and column, from 1, of the next `form` in a passage that is not in an address: it is to
-- be asked for passages in their order, and for the places of one in theirs. Those of the passage
-- itself where its source has the form in another way.
function places.next(self, passage, form)
  local state, pattern = state_of(self, passage), pattern_for(self, form)
  local text = state.plain.text
  local first, last = find_word(text, pattern, state.from)
  -- A table's caption is asked for before its cells and may stand behind them.
  if not first then first, last = find_word(text, pattern, 1) end
  if not first then return state.first_line, state.first_column end
  state.from = last + 1
  return place_of_plain(state, first)
end

-- Goes on to the occurrence of a form in the text of a passage that begins at the byte `position`
-- or is the last before it, and to the one of the same number in the source.
local function go_on(progress, passage, plain, pattern, position)
  local found, last = passage.text:find(pattern, progress.text_from)
  while found and found <= position do
    local first, after = plain.text:find(pattern, progress.from)
    if not first then break end
    progress.first, progress.from, progress.text_from = first, after + 1, last + 1
    found, last = passage.text:find(pattern, progress.text_from)
  end
end

-- The same of the `form` that the passage's text has at the byte `position`: the n-th occurrence in
-- the text is taken for the n-th in the source.
function places.at(self, passage, form, position)
  local state, pattern = state_of(self, passage), pattern_for(self, form)
  local progress = state.forms[form]
  if not progress or position < progress.position then
    progress = { text_from = 1, from = 1 }
    state.forms[form] = progress
  end
  progress.position = position
  go_on(progress, passage, state.plain, pattern, position)
  if not progress.first then return state.first_line, state.first_column end
  return place_of_plain(state, progress.first)
end

-- The line of the `form` that the passage's text has at the byte `position`.
function places.line(self, passage, form, position)
  local is_one_line = passage.is_one_line
  if is_one_line == nil then
    local node = passage.node
    is_one_line = not node or node.last_line == node.line
    passage.is_one_line = is_one_line
  end
  if is_one_line then return passage.line end
  return (places.at(self, passage, form, position))
end

return places
