-- Words that may be terms though the article does not explain them: what stands in quotes, and what
-- is capitalised within a sentence.

local addresses = require "addresses"
local characters = require "characters"
local count_words = require "count_words"
local places = require "places"
local quotations = require "quotations"
local terms = require "terms"
local word_set = require "word_set"

local candidates = {}

-- What is longer in quotes is somebody's words.
local most_words, most_bytes = 5, 80

-- Words between the capitalised ones of a name, and articles, which stand behind one of these.
local joining = word_set [[
  of for de del della delle dei di da do das dos du von vom van für af av des
]]
local articles = word_set "the la le les los las der den dem het"

-- Capitalised words of English that are no names of things.
local dates = word_set [[
  monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december
]]

-- Languages that capitalise all nouns, so that a capital says something of several words alone.
local capitalises_nouns = { de = true, lb = true }

-- --- quotes

local function is_term(text)
  return #text <= most_bytes and count_words(text) <= most_words
    and not text:find "[%.!%?;:=<>{}]" and not text:find "。" and not text:find "、"
    and characters.script_of(text) ~= nil and utf8.len(text) > 1
end

local function add_quoted(text, add)
  local at = text:find "[\"\xC2\xE2\xE3]"
  while at do
    -- A straight quote behind a letter or a mark closes one.
    local opens = text:byte(at) ~= 0x22 or at == 1 or text:find("^[%s%(%[]", at - 1)
    local inside, after = nil, nil
    if opens then inside, after = quotations.at_start(text:sub(at, at + 2 * most_bytes)) end
    if inside then
      inside = quotations.trimmed(inside):gsub("[,%.]+$", "")
      if is_term(inside) then add(inside, "quotes") end
    end
    local length = inside and after - 1 or #text:match(utf8.charpattern, at)
    at = text:find("[\"\xC2\xE2\xE3]", at + length)
  end
end

-- --- capitals

-- A token's letters and digits, and the marks before and behind them.
local function without_marks(token)
  local lead, body, tail = token:match "^(%W*)(.-)(%W*)$"
  if token:find "[\x80-\xFF]" then
    local first, last = nil, 0
    for position, character in token:gmatch("()(" .. utf8.charpattern .. ")") do
      if characters.is_alphanumeric(character) then
        first = first or position
        last = position + #character - 1
      end
    end
    lead, body, tail = token:sub(1, (first or 1) - 1), token:sub(first or 1, last),
      token:sub(last + 1)
  end
  -- `U.S.` keeps its last stop.
  if body:find "^%a%.%a" and tail:find "^%." then body, tail = body .. ".", tail:sub(2) end
  return lead, (body:gsub("'s$", ""):gsub("\u{2019}s$", "")), tail
end

local function is_capitalised(word)
  local first = word:match("^" .. utf8.charpattern)
  return first ~= nil and characters.fold(first) ~= first
end

-- A run of words from one that is capitalised to another, without stop words before it; nil for
-- none. `is_initial` where its first word begins a sentence, whose capital says nothing.
local function name_of(words, is_initial, language)
  local first, last = 1, #words
  while last > 0 and not is_capitalised(words[last]) do last = last - 1 end
  if is_initial and words[2] and not is_capitalised(words[2]) then first = 2 end
  while first <= last and (ibid.is_stopword(ibid.fold(words[first]), language)
    or not is_capitalised(words[first])) do
    first = first + 1
  end
  if first > last then return nil end
  local name = table.concat(words, " ", first, last)
  if first < last then return name end
  local is_known = is_initial and first == 1 or capitalises_nouns[language]
    or dates[name:lower()] or utf8.len(name) < 3
  return not is_known and name or nil
end

-- Whether a word goes on with a run.
local function belongs(word, words)
  if word == "" or word:find "[,;:%(%)%[%]/=@]" then return false end
  if is_capitalised(word) then return true end
  local last = words[#words]
  return last ~= nil
    and (joining[word] or articles[word] and joining[last]) or false
end

-- Whether the next token begins a sentence; `was_beginning` where this one does, which may be the
-- number of a note.
local function ends_sentence(word, tail, was_beginning)
  if word == "" and tail == "" or word:find "^%d+$" and was_beginning then return was_beginning end
  return tail:find "[%.!%?:]" ~= nil or word:find "%a[%.!%?]%p?%d+$" ~= nil
end

local function add_capitalised(text, language, add)
  local words, is_initial, begins = {}, true, true
  local function finish()
    local name = #words > 0 and name_of(words, is_initial, language)
    if name then add(name, "capitals") end
    words = {}
  end
  for token in text:gmatch "%S+" do
    local lead, word, tail = without_marks(token)
    if lead ~= "" then finish() end
    if lead:find "[\"\xC2\xE2]" then begins = true end
    if belongs(word, words) then
      if #words == 0 then is_initial = begins end
      words[#words + 1] = word
      if tail ~= "" then finish() end
    else
      finish()
    end
    begins = ends_sentence(word, tail, begins)
  end
  finish()
end

-- --- one article

-- The lower-case words of an article as a set: a word that it has in small letters is no name.
local function small_words(list)
  local set = {}
  for _, passage in ipairs(list) do
    for word in passage.text:gmatch "%f[%w\x80-\xFF]%l[%w\x80-\xFF]*" do set[word] = true end
  end
  return set
end

local function collect(list, language, known)
  local found, by_key = {}, {}
  local function add(text, why)
    local key = terms.key(text)
    if known[key] then return end
    local candidate = by_key[key]
    if not candidate then
      candidate = {
        source = text, source_script = characters.script_of(text), why = why, count = 0,
        places = ibid.list {},
      }
      found[#found + 1], by_key[key] = candidate, candidate
    end
  end
  local small = small_words(list)
  local function add_name(text, why)
    if not small[text:lower()] then add(text, why) end
  end
  for _, passage in ipairs(list) do
    add_quoted(passage.text, add)
    -- Titles may capitalise all of their words.
    if passage.node and passage.node.kind ~= "heading" then
      add_capitalised(passage.text, language, add_name)
    end
  end
  return found
end

-- Counts the occurrences of the candidates in any inflection, the longest at each place.
local function count(found, list, article, language, has_positions)
  local texts = {}
  for index, candidate in ipairs(found) do texts[index] = candidate.source end
  local matcher, where = ibid.matcher(texts, language), places.new(article)
  for _, passage in ipairs(list) do
    for _, match in ipairs(matcher:find(passage.text)) do
      local candidate = found[match.term]
      if not addresses.hold(passage.text, match.first, match.last) then
        local form = passage.text:sub(match.first, match.last)
        local line, column, byte_offset = places.next(where, passage, form)
        candidate.count = candidate.count + 1
        if has_positions then
          candidate.positions = candidate.positions or {}
          candidate.positions[candidate.count] = terms.position(line, column, byte_offset)
        end
        local lines = candidate.places
        if lines[#lines] ~= line then lines[#lines + 1] = line end
      end
    end
  end
end

-- Orders the most frequent first.
function candidates.by_count(a, b)
  if a.count ~= b.count then return a.count > b.count end
  return terms.key(a.source) < terms.key(b.source)
end

-- The candidates in an article's passages that occur at least `least` times, the most frequent
-- first: a list of `{source, source_script, source_language, why, count, places, positions}`, where
-- `why` is `quotes` or `capitals`. `settings` are `explained`, the terms that the article explains,
-- which are none; `least`; `language_of`, which gives the language of a script; and
-- `has_positions`, without which there are none.
function candidates.of(article, list, language, settings)
  local known = {}
  for _, term in ipairs(settings.explained) do
    known[terms.key(term.source)], known[terms.key(term.target)] = true, true
  end
  local found = collect(list, language, known)
  count(found, list, article, language, settings.has_positions)
  local kept = ibid.list {}
  for _, candidate in ipairs(found) do
    candidate.source_language = settings.language_of(candidate.source_script)
    if candidate.count >= settings.least then kept[#kept + 1] = candidate end
  end
  table.sort(kept, candidates.by_count)
  return kept
end

return candidates
