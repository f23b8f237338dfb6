-- The parts of a note that may each cite a work.

local letters = require "references.letters"
local people = require "references.people"
local words = require "references.words"

local parts = {}

-- `and see`, `und vgl.`
local function without_conjunction(text)
  local word, behind = text:match "^(%S+)%s+()"
  if not word or not words.conjunctions[word] or not letters.after(text, words.leads, behind) then
    return text
  end
  return text:sub(behind)
end

-- A text without the words that lead to a work: `See also `.
local function without_lead(text)
  for _ = 1, 3 do
    text = without_conjunction((text:gsub("^[%s,;:%.]+", "")))
    local after = letters.after(text, words.leads)
    local rest = after and text:sub(after)
    if not rest or not rest:find "^[%s%p\128-\255]" or not rest:find "%S" then return text end
    text = rest
  end
  return text
end

-- What stands before the first work of a sentence: `On the method see, for example, `. A word by
-- which most texts are passed over, and the pattern.
local remarks = {
  { "ee", "[Ss]ee,?%s+for%s+example,%s+()" }, { "ee", "%f[%a][Ss]ee%s+()%u" },
  { "ee also", "%f[%a][Ss]ee%s+also%s+()%u" }, { " is ", "%sis%s+()%u%.%s" },
  { "vgl.", "%f[%a]vgl%.%s+()%u" }, { "siehe", "%f[%a]siehe%s+()%u" },
  { "см", "%f[\128-\255]см%.:?%s+()" }, { "voir", "%f[%a]voir%s+()%u" },
  { "cf.", "%f[%a]cf%.%s+()%u" },
  { "véase", "%f[%a]véase%s+()%u" }, { "については、", "については、()" }, { "に関しては、", "に関しては、()" },
}

-- A text from the last remark on, or nil without one.
local function without_remark(text)
  local year, from = text:find "%(%d%d%d%d", nil
  local head = year and text:sub(1, year - 1) or text
  for _, remark in ipairs(remarks) do
    local at = head:find(remark[1], 1, true)
    while at do
      local place
      at, place = select(2, head:find(remark[2], math.max(1, at - 2)))
      if place and (not from or place > from) then from = place end
    end
  end
  return from and text:sub(from) or nil
end

local function without_trail(text)
  local rest = letters.without_stops(text)
  if rest:sub(-3) == "。" then rest = rest:sub(1, -4) end
  local before, found = letters.before(rest, words.trails)
  return found and before or text
end

-- Bytes of the longest words that lead to a work, with a conjunction before them.
local longest_lead = 80

-- Bytes of the longest authors that are looked for within a note.
local longest_authors = 160

-- Whether a text goes on at a byte with authors and their year: `Doe, J. (2003).`
local function has_authors(text, from)
  -- Most sentences are told from authors by less than a copy.
  if not text:find("^%s+[%u\195-\244]", from) then return false end
  local head = text:sub(from, from + longest_authors)
  if not head:find("(", 1, true) then return false end
  local names = head:match "^%s+([^%(%)%d;]-%.)%s%([12]%d%d%d[a-z]?%)[%.,:%s]"
  return names ~= nil and names:find "," ~= nil and people.is_names(names)
    and people.are_known(people.of(names))
end

-- The place behind the conjunction with which the next work begins at a byte: `and Doe, J. (2003)`,
-- `and Jane Doe, The Mill`; nil for none.
local function behind_conjunction(text, from)
  local word, after = text:sub(from, from + longest_authors):match "^%s+(%S+)()%s"
  if not word or not words.conjunctions[word] then return nil end
  after = from + after - 1
  local name = text:sub(after, after + longest_authors):match "^%s+([^,%.:;]+),%s"
  return (has_authors(text, after) or name and people.direct(name)) and after or nil
end

-- Whether a semicolon parts two places of a publisher: `М.; Л.: Наука`, `London; New York: Faber`.
local function is_next_place(before, behind)
  local town = behind:match "^([^:]-)%s*:%s"
  if not town or town:find "%s" and not letters.is_place(town) then return false end
  return letters.is_place(before:match "([^%s,]*)%s*$")
    or letters.is_place(before:match "([^,%.:]*)$")
end

-- Cuts a note where what follows may begin a work: at semicolons outside brackets and quotes, and
-- at stops behind a work before words that lead to one or its authors.
local function cut(text)
  text = text:gsub("；", "; ")
  local list, from, depth = {}, 1, 0
  for at, mark in text:gmatch "()([;%(%)%[%]%.])" do
    if mark == "(" or mark == "[" then depth = depth + 1
    elseif mark == ")" or mark == "]" then depth = math.max(0, depth - 1)
    elseif depth == 0 then
      -- Only the first words are looked at: to copy the rest at each mark takes quadratic time.
      local behind = text:match("^%s+()", at + 1)
      local next_word = behind and text:sub(behind, at + longest_lead)
      local lead = next_word and without_conjunction(next_word)
      local is_lead = lead and letters.after(lead, words.leads) ~= nil
      local begins = next_word and not letters.is_small(next_word) and not next_word:find "^%d"
        or next_word and letters.after(next_word, words.same_authors) ~= nil
      local is_place = mark == ";" and begins and is_next_place(text:sub(from, at - 1), next_word)
      local joint = mark == ";" and behind_conjunction(text, at + 1)
      local is_next = is_lead or joint or mark == ";" and begins
      if not is_next and mark == "." and has_authors(text, at + 1) then
        -- Authors without a work before them go on: `Smith, J. Doe, A. (2001)`.
        local year = text:find("%f[%d][12]%d%d%d%f[%D]", from)
        is_next = year and year < at
      end
      if next_word and not is_place and is_next then
        list[#list + 1] = text:sub(from, mark == "." and at or at - 1)
        from = joint or at + 1
      end
    end
  end
  list[#list + 1] = text:sub(from)
  return list
end

-- A year in characters, `一九九〇年`.
local year_in_characters = "\xE4[\xB8\xBA][\x80\x8C]"
  .. ("[\xE3-\xE9][\x80-\xBF][\x80-\xBF]"):rep(3) .. "年"

-- Whether a text has what every work has: a year, an address, or a mark that it has no year or
-- needs none.
local function may_be_work(text)
  if letters.has_year(text) or text:find "https?://" or text:find("www.", 1, true) then
    return true
  end
  if text:find("年", 1, true) and text:find(year_in_characters) then return true end
  if text:find("Forthcoming", 1, true) then return true end
  for _, marks in ipairs { words.undated, words.unpublished, words.sub_voce } do
    for _, mark in ipairs(marks) do
      if text:find(mark, 1, true) then return true end
    end
  end
  return false
end

-- What is longer is a remark, however many years and brackets are in it.
local longest = 2000

local function read_one(text, read)
  if #text > longest or not may_be_work(text) then return nil end
  local plain = without_trail(without_lead(text))
  local rest = without_remark(plain)
  return rest and read(rest) or read(plain)
end

-- Spaces that do not break, and the marks of Arabic.
local spellings = {
  ["\u{A0}"] = " ", ["\u{202F}"] = " ", ["\u{2009}"] = " ", ["،"] = ",", ["؛"] = ";",
}

-- What `read` makes of each part of a note; it takes a text and returns a work or nil.
function parts.read(text, read)
  if not may_be_work(text) then return {} end
  if text:find "[\xC2\xD8\xE2]" then
    for wide, plain in pairs(spellings) do text = text:gsub(wide, plain) end
  end
  if text:find "[\0\1\2]" then text = text:gsub("[\0\1\2]", "") end
  local works, names = {}, ""
  for _, part in ipairs(cut(text)) do
    -- Semicolons part authors too: names are read with what follows them.
    local work = names ~= "" and read_one(names .. part, read) or read_one(part, read)
    works[#works + 1] = work
    local is_name = not work and #names + #part < 300 and not part:find "%d"
      and people.is_names(without_lead(part))
    names = is_name and names .. part .. ";" or ""
  end
  return works
end

return parts
