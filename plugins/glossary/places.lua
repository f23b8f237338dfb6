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
function places.new(article)
  return { article = article, seen = {}, frames = {}, patterns = {} }
end

-- The source of a passage, with the line, the column and the byte at which it begins.
local function source_of(self, passage)
  local node = passage.node
  if node then return node.source, node.line, node.column, node.byte_offset end
  local start, count = passage.byte_offset, passage.byte_count
  if not start then return "", passage.line, 1, 0 end
  local source = self.article.source
  local before = source:sub(math.max(1, start - 1000), start):match "[^\r\n]*$"
  return source:sub(start + 1, start + count), passage.line, (utf8.len(before) or 0) + 1, start
end

-- The line, the column and the byte offset of a byte of a source; lines and characters are counted
-- on from the last place.
local function place_of(frame, position)
  if position < frame.at then
    frame.at, frame.line, frame.column = 1, frame.first_line, frame.first_column
  end
  local found = frame.source:find("\n", frame.at, true)
  while found and found < position do
    frame.at, frame.line, frame.column = found + 1, frame.line + 1, 1
    found = frame.source:find("\n", frame.at, true)
  end
  frame.column = frame.column + (utf8.len(frame.source, frame.at, position - 1) or 0)
  frame.at = position
  return frame.line, frame.column, frame.first_byte + position - 1
end

-- The source of a passage with its plain text and place; one for all cells of a table.
local function frame_of(self, passage)
  local node = passage.node
  local key = node and node.byte_offset or passage
  local frame = self.frames[key]
  if not frame then
    local source, line, column, byte = source_of(self, passage)
    frame = {
      source = source, plain = plain_source.of(source, self.article.format), first_line = line,
      first_column = column, first_byte = byte, line = line, column = column, at = 1, cell = 1,
    }
    self.frames[key] = frame
  end
  return frame
end

-- The byte at which a passage begins in the plain text of its table, of which it is a cell or the
-- caption. Cells are mostly asked for in their order.
local function cell_start(frame, passage)
  -- A line break before the text and behind it, as between cells.
  frame.padded = frame.padded or "\n" .. frame.plain.text .. "\n"
  local text = pattern_of(passage.text)
  local pattern = "[|\t\n]%s*" .. text .. "%s*[|\t\n]"
  local first = frame.padded:find(pattern, frame.cell) or frame.padded:find(pattern)
    or frame.padded:find(text)
  if not first then return 1 end
  frame.cell = first
  return math.max(1, first - 1)
end

local function state_of(self, passage)
  local state = self.seen[passage]
  if not state then
    local frame = frame_of(self, passage)
    local is_cell = passage.node and passage.node.kind == "table"
    local start = is_cell and cell_start(frame, passage) or 1
    state = { frame = frame, from = start, start = start, forms = {} }
    self.seen[passage] = state
  end
  return state
end

local function pattern_for(self, form)
  self.patterns[form] = self.patterns[form] or pattern_of(form)
  return self.patterns[form]
end

local function place_of_plain(frame, position)
  return place_of(frame, plain_source.position(frame.plain, position))
end

local function place_of_passage(frame)
  return frame.first_line, frame.first_column, frame.first_byte
end

-- The first and last byte of what a pattern finds from the byte `from`, without addresses.
local function find_word(text, pattern, from)
  local first, last = text:find(pattern, from)
  while first and addresses.hold(text, first, last) do
    first, last = text:find(pattern, last + 1)
  end
  return first, last
end

-- The line and column, from 1, and the byte offset, from 0, of the next `form` in a passage that is
-- not in an address: it is to be asked for passages in their order, and for the places of one in
-- theirs. Those of the passage itself where its source has the form in another way.
function places.next(self, passage, form)
  local state, pattern = state_of(self, passage), pattern_for(self, form)
  local text = state.frame.plain.text
  local first, last = find_word(text, pattern, state.from)
  if not first then first, last = find_word(text, pattern, state.start) end
  if not first then return place_of_passage(state.frame) end
  state.from = last + 1
  return place_of_plain(state.frame, first)
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
    progress = { text_from = 1, from = state.start }
    state.forms[form] = progress
  end
  progress.position = position
  go_on(progress, passage, state.frame.plain, pattern, position)
  if not progress.first then return place_of_passage(state.frame) end
  return place_of_plain(state.frame, progress.first)
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
