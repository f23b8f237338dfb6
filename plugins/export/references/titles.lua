-- Titles of works, and where they end.

local letters = require "references.letters"
local words = require "references.words"

local titles = {}

local function is_medium(text)
  text = letters.fold(text)
  for _, medium in ipairs(words.media) do
    if text:sub(1, #medium) == medium then return true end
  end
  return false
end

-- `Doctoral dissertation, University of Lindmoor`: the kind of thesis and the school; nil for other
-- texts.
local function thesis_of(text)
  for _, thesis in ipairs(text and words.theses or {}) do
    local kind = text:gsub("^Unpublished%s+", "")
    if kind:sub(1, #thesis) == thesis then
      return thesis, kind:match("^[%.,%s]+(%S.*)$", #thesis + 1)
    end
  end
  return nil
end

-- Whether a byte of a text stands in brackets.
local function is_bracketed(text, at)
  local bracket = text:find("(", 1, true)
  if not bracket or bracket > at then return false end
  local before = text:sub(1, at)
  return select(2, before:gsub("%(", "")) > select(2, before:gsub("%)", ""))
end

-- Sets the title of a work. `原題 [translation]`: the title in the note's language, and that of the
-- work itself.
function titles.add(work, title)
  title = letters.trimmed(title)
  local original, translated = title:match "^(.-)%s*%[([^%[%]]+)%]%s*$"
  local thesis, school = thesis_of(translated)
  if original == "" then
    -- `[Review of the book The Weir, by A. Lund]`
    work.title = letters.trimmed(translated)
  elseif original and (thesis or is_medium(translated)) then
    work.title, work.genre = letters.trimmed(original), thesis or translated
    work.kind, work.publisher = thesis and "thesis" or work.kind, school or work.publisher
  elseif original then
    work.title, work.original_title = letters.trimmed(translated), letters.trimmed(original)
    work.language = ibid.language(original)
  else
    work.title = title
  end
end

-- The first sentence of a reference and what follows it, with the mark between: it ends at a stop
-- before a blank and a capital, not after an initial, or behind the bracket of a translation.
function titles.first_sentence(text)
  local bracket = text:match "^[^%.%[]*%[[^%]]*%]()"
  if bracket then
    return text:sub(1, bracket - 1), text:sub(bracket):match "^[%s%.,]*(.*)$", ""
  end
  local from = 1
  while true do
    local stop = text:find("[%.%?!]", from)
    if not stop then return text, "", "" end
    -- `… cooperation.”Events, 19 March`
    local quoted = text:match("^[%.%?!]\u{201D}()%s*%u", stop)
    if quoted then return text:sub(1, quoted - 1), text:sub(quoted), "" end
    local after = text:sub(stop + 1)
    local word = after:match "^%s+(%S+)"
    -- `arXiv`, `eLife`
    local is_name = word and (not letters.is_small(word) or word:find "^%l+%u")
    local is_end = not after:find "%S" or is_name or after:find "^%u" or after:find "^%."
    local is_initial = text:sub(1, stop - 1):find "%f[%w\128-\255]%u$"
    if is_end and not is_initial and not is_bracketed(text, stop) then
      return text:sub(1, stop - 1), text:sub(stop + 1):match "^%s*(.*)$", text:sub(stop, stop)
    end
    from = stop + 1
  end
end

-- What goes on behind the first sentence of a title as its rest and the name of a journal, which
-- may be abbreviated (`Phys. Rev. Lett`); nil where all of it is that name.
function titles.split_journal(text)
  local title, journal = text:match "^(.*%l)%.%s+(%u.*)$"
  while title do
    local before, word = title:match "^(.*[%w%)])%.%s+(%u%a*)$"
    if not word then word = title:match "^%u%a*$" end
    if not word or #word > 6 then return title, journal end
    title, journal = before, word .. ". " .. journal
  end
  return nil
end

local closers = {
  ["«"] = "»", ["“"] = "”", ['"'] = '"', ["„"] = "“", ["‘"] = "’", ["'"] = "'", ["「"] = "」",
  ["〈"] = "〉", ["『"] = "』", ["《"] = "》", ["»"] = "«",
}

-- A quote, or the first byte of one.
local quotes = "[\"'\xC2\xE2\xE3]"

-- The place behind the quote that closes the one before `from`, with the text between; nil where
-- none does.
local function closing(text, opener, from)
  local closer, depth, at = closers[opener], 1, text:find(quotes, from)
  while at do
    local character = text:match(utf8.charpattern, at)
    local is_apostrophe = (closer == "’" or closer == "'") and text:find("^%w", at + #character)
    local closes = character == closer or opener == "„" and character == "”"
    if closes and not is_apostrophe then
      depth = depth - 1
      if depth == 0 then return at + #character, text:sub(from, at - 1) end
    elseif character == opener and opener ~= closer then
      depth = depth + 1
    end
    at = text:find(quotes, at + #character)
  end
  return nil
end

-- The first quotation in a text: the byte of its opening quote, the text between, the place behind
-- it and the opening quote; nil for none. An apostrophe opens none.
function titles.quotation(text)
  local first = text:find(quotes)
  while first do
    local character = text:match(utf8.charpattern, first)
    if closers[character] then
      local is_apostrophe = (character == "'" or character == "‘")
        and first > 1 and text:find("^[%w\128-\255]", first - 1)
      local after, inside
      if not is_apostrophe then after, inside = closing(text, character, first + #character) end
      if inside then return first, inside, after, character end
    end
    first = text:find(quotes, first + #character)
  end
  return nil
end

-- Whether a title in quotes has something behind them: `"Salt," paper for the harbour`.
function titles.goes_on_behind_quote(text)
  local first, inside, after = titles.quotation(text)
  return first == 1 and inside:find ",$" ~= nil and text:find("%S", after) ~= nil
end

local wide = { ["「"] = true, ["『"] = true, ["《"] = true, ["〈"] = true }

-- Whether an opening quote is a mark of East Asia.
function titles.is_wide(opener) return wide[opener] == true end

-- Whether a text has the capitals of an English title, so that it is no sentence.
function titles.has_title_case(text)
  local long, capitals = 0, 0
  for word in text:gmatch "[%a\128-\255']+" do
    if #word > 4 then
      long = long + 1
      if letters.is_capital(word) then capitals = capitals + 1 end
    end
  end
  return letters.is_capital(text) and long > 0 and capitals >= long * 0.75
end

-- Whether a text has as many brackets that open as that close.
local function is_balanced(text)
  if not text:find "[%(%)]" then return true end
  return select(2, text:gsub("%(", "")) == select(2, text:gsub("%)", ""))
end

-- Whether a text may begin a title: a capital (with `may_be_small` any letter), a number or a
-- quote, and no sentence's length.
function titles.may_be(text, may_be_small)
  if #text < 2 or #text > 400 or text:find "^%(" then return false end
  -- `arXiv` is a name.
  if letters.is_small(text) and not may_be_small and not text:find "^%l+%u" then return false end
  if not is_balanced(text) then return false end
  local day = text:match "^(%u[%a\128-\255]+) %d%d?, %d%d%d%d"
  if day and words.months[letters.fold(day)] then return false end
  -- `Journal, February 11` is a day, and semicolons part works.
  local month = text:find("^%d", #text) and text:match "([%a\128-\255]+)%.?%s+%d%d?$"
  return not (month and words.months[letters.fold(month)]) and not (#text > 150 and text:find "; ")
end

return titles
