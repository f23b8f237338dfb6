-- What stands in a reference in any style: address, identifier, days.
--
-- A text that is read in pieces is a table with `rest`: what is taken out of it leaves the byte 1.

local letters = require "references.letters"
local memory = require "references.memory"
local words = require "references.words"

local details = {}

-- Takes what a pattern finds, from the byte `from` on, out of `rest`; returns the captures, or
-- all of it where it has none.
function details.take(self, pattern, from)
  -- Most patterns find nothing, and need no table for their captures.
  local first, last = self.rest:find(pattern, from)
  if not first then return nil end
  local text = self.rest
  self.rest = text:sub(1, first - 1) .. "\1" .. text:sub(last + 1)
  return text:match(pattern, first)
end

local function month_of(name) return words.months[letters.fold(name)] end

local roman_months = {
  I = 1, II = 2, III = 3, IV = 4, V = 5, VI = 6, VII = 7, VIII = 8, IX = 9, X = 10, XI = 11,
  XII = 12,
}

local name = "([%a\128-\255]+)"
-- A name at the beginning of a form is looked for where letters begin.
local opening = "%f[%a\195-\209]" .. name
-- Forms of a range of days or months: `May–June 2010`, `3–5 May 2010`.
local ranges = {}
for _, dash in ipairs { "\u{2013}", "[%-/]" } do
  local forms = {
    { "%f[%d](%d%d?)%.?%s*" .. dash .. "%s*(%d%d?)%.?%s+" .. name .. "%.?,?%s+(%d%d%d%d)",
      "day", "last_day", "month", "year", core = "%d%.?%s*" .. dash .. "%s*%d%d?%.?%s" },
    { opening .. "%.?%s+(%d%d?)%s*" .. dash .. "%s*(%d%d?),%s*(%d%d%d%d)",
      "month", "day", "last_day", "year", core = "%d%s*" .. dash .. "%s*%d%d?,%s*%d%d%d%d" },
    { opening .. "%.?%s*" .. dash .. "%s*" .. name .. "%.?,?%s+(%d%d%d%d)%f[%D]",
      "month", "last_month", "year", core = dash .. "%s*[%a\128-\255]+%.?,?%s+%d%d%d%d" },
    { opening .. "%s*" .. dash .. "%s*" .. name .. "%s+del?%s+(%d%d%d%d)%f[%D]",
      "month", "last_month", "year", core = dash .. "%s*[%a\128-\255]+%s+del?%s+%d%d%d%d" },
  }
  table.move(forms, 1, #forms, #ranges + 1, ranges)
end
local has_range = "[%-/\x93]%s?[%w\xC3\xD0\xD1][^;:]-%f[%d][12]%d%d%d%f[%D]"

-- Forms of a day, each with the order of its parts; a month is a word or a number. What a form has
-- within, its `core`, is found faster than the whole.
local days = {
  { "(%d%d?)%.?%s+" .. name .. "%.?,?%s+(%d%d%d%d)", "day", "month", "year" },
  { "(%d%d?)%s+de%s+" .. name .. "%s+del?%s+(%d%d%d%d)", "day", "month", "year", core = "%sde%s" },
  { "(%d%d?)e?r?%s+" .. name .. "%.?%s+(%d%d%d%d)", "day", "month", "year" },
  { opening .. "%.?%s+(%d%d?),%s*(%d%d%d%d)", "month", "day", "year",
    core = "%s%d%d?,%s*%d%d%d%d" },
  { "(%d%d%d%d)%.%s+(%d%d?)%s+" .. name, "year", "day", "month" },
  { "(%d%d%d%d),%s+" .. name .. "%.?%s+(%d%d?)%f[%D]", "year", "month", "day" },
  { "%f[%d](%d%d?)%.%s?(%d%d?)%.%s?(%d%d%d%d)%f[%D]", "day", "month", "year",
    core = "%d%.%s?%d%d?%.%s?%d%d%d%d" },
  { "%f[%d](%d%d%d%d)%-(%d%d)%-(%d%d)%f[%D]", "year", "month", "day", core = "%-%d%d%-" },
  { "%f[%d](%d%d?)%-([IVX]+)%-(%d%d%d%d)%f[%D]", "day", "roman", "year", core = "%-[IVX]+%-" },
  { "(%d%d%d%d)年(%d%d?)月(%d%d?)日", "year", "month", "day", core = "年" },
  { "(%d%d%d%d)년%s*(%d%d?)월%s*(%d%d?)일", "year", "month", "day", core = "년" },
  { "%f[%d](%d%d%d%d)%.%s(%d%d?)%.%s(%d%d?)%f[%D]%.?", "year", "month", "day",
    core = "%.%s%d%d?%.%s%d" },
  { "(%d%d%d%d)年(%d%d?)月", "year", "month", core = "年" },
  { "(%d%d%d%d)년%s*(%d%d?)월", "year", "month", core = "년" },
  { opening .. "%.?,?%s+(%d%d%d%d)%f[%D]", "month", "year", core = "%s%d%d%d%d%f[%D]" },
  { opening .. "%s+del?%s+(%d%d%d%d)%f[%D]", "month", "year", core = "%sdel?%s+%d%d%d%d" },
}

-- Those of them without words.
local numeric_days = {}
for _, form in ipairs(days) do
  if not form[1]:find(name, 1, true) then numeric_days[#numeric_days + 1] = form end
end

-- `{year, month, day}` of what a form found, without the day where it has none; nil for no date.
-- The `last` day or month of a range is another such list.
local function date_of(form, found)
  local parts = {}
  for index = 2, #form do parts[form[index]] = found[index - 1] end
  local month = roman_months[parts.roman] or tonumber(parts.month) or month_of(parts.month or "")
  local day = tonumber(parts.day)
  if not month or month < 1 or month > 12 or day and (day < 1 or day > 31) then return nil end
  local year, last = tonumber(parts.year), nil
  local last_day = tonumber(parts.last_day)
  local last_month = parts.last_month and month_of(parts.last_month)
  if last_day and last_day > day and last_day <= 31 then last = { year, month, last_day } end
  if last_month and last_month > month then last = { year, last_month } end
  return { year, month, day, last = last }
end

-- The day that begins at a byte of a text, with this and its last byte.
local function date_at(text, from)
  for _, form in ipairs(days) do
    local first, last = text:find("^" .. form[1], from)
    local date = first and date_of(form, table.pack(text:match(form[1], first)))
    if date then return date, first, last end
  end
  return nil
end

-- Whether a word is a month, or has one between quotes and dashes.
local is_month = memory.of(function(word)
  if month_of(word) then return true end
  for part in word:gmatch "[%a\195-\209][%a\128-\225\227-\255]*" do
    if month_of(part) then return true end
  end
  return false
end)

-- Whether a text has a month in a word. One replacement takes less than a search for each word.
local function has_month(text)
  local found = false
  text:gsub("[%a\195-\209][%a\128-\255]*", function(word) found = found or is_month(word) end)
  return found
end

-- Whether a text may have a day in numbers.
local function has_numbers(text)
  return text:find("-", 1, true) or text:find("年", 1, true) or text:find("년", 1, true)
    or text:find "%.%s?%d%d?%."
end

-- Bytes of the longest month and of the marks behind it.
local longest_month = 60

-- The first day of some forms in a text, with its first and last byte.
local function find_form(text, forms)
  for _, form in ipairs(forms) do
    local at = 1
    while true do
      local core = form.core and text:find(form.core, at)
      if form.core and not core then break end
      local first, last = text:find(form[1], math.max(at, (core or 1) - longest_month))
      if not first then break end
      local date = date_of(form, table.pack(text:match(form[1], first)))
      if date then return date, first, last end
      at = first + 1
    end
  end
  return nil
end

-- The first day in a text, with its first and last byte.
local function find_date(text)
  if not has_month(text) then
    if not has_numbers(text) then return nil end
    return find_form(text, numeric_days)
  end
  if text:find(has_range) then
    local date, first, last = find_form(text, ranges)
    if date then return date, first, last end
  end
  return find_form(text, days)
end

-- The year and the first month of a text that begins with them, `2015, July`; nil for another.
function details.month(text)
  local year, month = text:match "^([12]%d%d%d)[a-z]?,%s+([^%s,%.%-/\xE2]+)"
  month = month and month_of(month)
  return month and { tonumber(year), month } or nil
end

-- Takes the first day out of `rest`.
function details.take_date(self)
  local date, first, last = find_date(self.rest)
  if date then self.rest = self.rest:sub(1, first - 1) .. "\1" .. self.rest:sub(last + 1) end
  return date
end

-- A text whose day without a year has this one: `The Guardian, 20 June, p. 5`.
function details.with_year(text, year)
  local function completed(month, day)
    return month_of(month) and ("%s %s, %d"):format(month, day, year)
  end
  local rest, count = text:gsub("(,%s*)(%d%d?)%.?%s+" .. name .. "%f[,%.\1%z]",
    function(before, day, month)
      local date = completed(month, day)
      return date and before .. date
    end, 1)
  if count == 1 and rest ~= text then return rest end
  return (text:gsub("(,%s*)" .. name .. "%s+(%d%d?)%f[,%.\1%z]", function(before, month, day)
    local date = completed(month, day)
    return date and before .. date
  end, 1))
end

local closers = { ["("] = ")", ["["] = "]", ["<"] = ">", ["（"] = "）", ["〈"] = "〉" }

-- Cuts the bytes from `first` to `last` out, with the brackets around them.
local function cut(text, first, last)
  local head, tail = text:sub(1, first - 1), text:sub(last + 1)
  local outside = letters.without_blanks(head)
  local opener = closers[outside:sub(-1)] and outside:sub(-1) or outside:sub(-3)
  local closer = closers[opener]
  local after = closer and tail:match "^[%s%.,;]*()"
  if closer and tail:sub(after, after + #closer - 1) == closer then
    local before = letters.without_blanks(outside:sub(1, -#opener - 1))
    return before .. "\1" .. tail:sub(after + #closer)
  end
  return head .. "\1" .. tail
end

-- Bytes of the longest form of a day.
local longest_day = 40

-- Takes the day behind the first of some labels out of a text, with the word that leads from it to
-- an address.
local function labelled_in(text, labels)
  for _, label in ipairs(letters.possible(text, labels)) do
    local first, last = text:find(label, 1, true)
    if first and (first == 1 or not text:sub(first - 1, first - 1):find "%w") then
      local from = text:match("^%s*:?%s*()", last + 1)
      from = text:match("^o?n?l?e?%s+()", from) or from
      local date, _, ending = date_at(text, from)
      if date then
        local between = text:match("^,?%s*()", ending + 1)
        local behind = letters.after(text, words.before_addresses, between)
        local is_address = behind and text:find("^:?%s*<?https?://", behind)
        return cut(text, first, is_address and behind - 1 or ending), date
      end
    end
  end
  return text, nil
end

-- Takes the day on which an address was read out of a text.
local function accessed_in(text)
  local rest, day = labelled_in(text, words.accessed)
  if day then return rest, day end
  for _, label in ipairs(letters.possible(text, words.accessed_behind)) do
    local at = text:find(label, 1, true)
    if at then
      local start = math.max(1, at - longest_day)
      local date, first, ending = find_date(text:sub(start, at - 1))
      local between = date and text:sub(start + ending, at - 1):gsub("에", "")
      if date and not between:find "%S" then
        return cut(text, start + first - 1, at + #label - 1), date
      end
    end
  end
  return text, nil
end

-- Labels that only references have.
local formal = { ["URL:"] = true, ["URL"] = true, ["URL :"] = true, ["Режим доступа:"] = true }

-- The text without the labels of an address, and whether one of them was formal.
local function without_labels(text)
  local is_formal = false
  if not text:find("\1", 1, true) then return text, false end
  text = text:gsub("%s+\1", "\1")
  for _ = 1, 3 do
    local at = text:find("\1", 1, true)
    if not at then return text, is_formal end
    local head, label = letters.before(text:sub(1, at - 1), words.addresses)
    if not label then return text, is_formal end
    is_formal = is_formal or formal[label] == true
    text = letters.without_blanks(head) .. text:sub(at)
  end
  return text, is_formal
end

local function clean_address(address)
  -- A sentence may follow without a blank.
  address = address:match "^(.*%d)%.%u%l+$" or address:match "^(.*%w%.html?)%.%u%l+$" or address
  address = address:gsub("[%.,;:>%]]+$", "")
  -- A bracket that the address itself opened belongs to it.
  if address:find "%)$" and not address:find "%(" then address = address:gsub("[%)%.,;:]+$", "") end
  return address
end

-- What ends an address beyond ASCII: the marks of East Asia and quotes.
local function without_wide_marks(address)
  for _, mark in ipairs { "，", "。", "、", "（", "）", "；", "」", "』", "”", "»", "〉" } do
    local at = address:find(mark, 1, true)
    if at then address = address:sub(1, at - 1) end
  end
  return address
end

local bare = "^([<%(%[]?)([%l%d][%l%d%-%.]*%.%l%l+/[^%s<>\"\1]*)"

-- An address without `http://`, told by its domain and a path: `example.org/weirs`; nil for none.
local function bare_address(text)
  local at = text:find "%.%l%l+/"
  while at do
    local first = at - #letters.last_word(text, at) + 1
    local bracket, address = text:match(bare, first)
    local domain = address and address:match "%.(%l+)/"
    if domain and words.domains[domain] then return first + #bracket, address end
    at = text:find("%.%l%l+/", at + 1)
  end
  return nil
end

-- Takes address, identifier, the day of access and that of the last change out of a text. Returns
-- what is left, each a byte 1, and a table with `url`, `doi`, `isbn`, `number`, `accessed` and
-- `modified`.
function details.of(text)
  local found = {}
  text, found.accessed = accessed_in(text)
  text, found.modified = labelled_in(text, words.modified)
  if text:find("nline]", 1, true) then text = text:gsub("%s*%[[Oo]nline%]%.?", "") end
  local first, address = text:match "()(https?://[^%s<>\"\1]+)"
  if not first and text:find("www.", 1, true) then
    first, address = text:match "%f[%w]()(www%.[%w%-]+%.[^%s<>\"\1]+)"
  end
  if not first then first, address = bare_address(text) end
  if first then
    address = clean_address(without_wide_marks(address))
    text, found.is_labelled = without_labels(cut(text, first, first + #address - 1))
    found.url = address:find "^https?://" and address or "http://" .. address
    found.doi = address:match "doi%.org/(10%.%d+/.+)$"
  end
  local at, doi, ending
  if text:find "[Dd][Oo][Ii]:?%s*10%." then
    at, doi, ending = text:match "()%f[%w][Dd][Oo][Ii]:?%s*(10%.%d%d%d%d+/[^%s,;\1]+)()"
  end
  if at then
    doi = clean_address(doi)
    found.doi = found.doi or doi
    text = cut(text, at, ending - 1)
  end
  local paper
  text = text:gsub("arXiv preprint arXiv:", "arXiv:")
  at, paper, ending = text:match "()arXiv:%s*([%w%-%.]*/?%d%d%d%d[%d%.v]*)()"
  if at then
    paper = paper:gsub("%.$", "")
    found.number = "arXiv:" .. paper
    found.url = found.url or "https://arxiv.org/abs/" .. paper
    text = cut(text, at, ending - 1):gsub("\1%s*%[[%a%-%.]+%]", "\1")
  end
  local isbn
  at, isbn, ending = text:match "()ISBN[:%-%d]*%s*([%d][%d%- ]+[%dXx])()"
  if at then
    found.isbn = isbn:gsub("[%s%-]", "")
    text = cut(text, at, ending - 1):gsub("[%.,;]%s*\1[%.,;]?", ".\1")
  end
  return (without_labels(text)), found
end

return details
