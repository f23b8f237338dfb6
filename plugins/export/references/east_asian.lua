-- Titles in the marks of East Asia: `山田太郎『書名』（出版社、1990年）、45頁`, `山田太郎「論文」『雑誌』第12巻第3号`,
-- `王明：《书名》，北京：出版社，1990年，第45页`, `홍길동, 「논문」, 『학술지』 12권 3호, 2001, 45-67쪽`.

local details = require "references.details"
local letters = require "references.letters"
local numbers = require "references.numbers"
local numerals = require "references.numerals"
local people = require "references.people"
local titles = require "references.titles"
local words = require "references.words"

-- The marks of a text as those of ASCII.
local plain = {
  ["，"] = ", ", ["、"] = ", ", ["。"] = ". ", ["："] = ": ", ["；"] = "; ", ["（"] = " (", ["）"] = ") ",
  ["　"] = " ", ["［"] = "[", ["］"] = "]", ["〔"] = "[", ["〕"] = "]",
}
for digit = 0, 9 do plain[utf8.char(0xFF10 + digit)] = tostring(digit) end

local function plain_marks(text) return (text:gsub(utf8.charpattern, plain)) end

-- `12～30頁` with the dash that other ranges have.
local function plain_ranges(text)
  for _, wave in ipairs { "\u{FF5E}", "\u{301C}", "~" } do
    text = text:gsub("(%d)%s*" .. wave .. "%s*(%d)", "%1\u{2013}%2")
  end
  return text
end

-- What shows that the text before a title is a sentence.
local sentence_signs = {
  "。", "について", "における", "は、", "は$", "が$", "を$", "で$", "に$", "と$", "の$", "も$", "には", "では", "的", "认为",
  "指出", "了", "曾", "在$", "对$", "把$", "从$", "将$", "来自", "에서", "에게", "이라는", "에는", "의%s", "는%s", "은%s",
}

local function is_sentence(text)
  if #text > 120 then return true end
  for _, sign in ipairs(sentence_signs) do
    if text:find(sign) then return true end
  end
  return false
end

-- `[美]约翰·史密斯` → `约翰·史密斯`
local function name_of(text)
  return letters.trimmed((text:gsub("^%s*%[[^%]]*%]%s*", ""):gsub("^%s*%([^%)]*%)%s*", "")))
end

-- Names parted by commas or, where both are written in characters, by a middle dot.
local function parts_of(text)
  local parts = {}
  text = text:gsub("・", "\0"):gsub("·", "\2")
  local is_foreign = text:find "\xE3[\x82-\x83][\x80-\xBF]" and text:find "\0"
  text = is_foreign and text:gsub("%z", "・") or text:gsub("%z", ",")
  local is_korean = text:find "[\xEA-\xED]" ~= nil
  text = text:gsub("\2", is_korean and "," or "·")
  for part in text:gmatch "[^,;]+" do
    part = letters.trimmed(part)
    if part ~= "" then parts[#parts + 1] = part end
  end
  return parts
end

-- Adds the people whom a text names, by the role that each or the next with a role has.
local function add_people(work, text)
  local parts, role = parts_of(text), nil
  for index = #parts, 1, -1 do
    local rest, own = people.without_role(parts[index])
    if own or rest ~= parts[index] then role = own or "author"
    -- `A, B 옮김`: commas part authors from translators in Korean.
    elseif role == "translator" and letters.script(rest) == "Hangul" then role = nil end
    local name = name_of((people.without_others(rest)))
    local list = role == "editor" and "editor" or role == "translator" and "translator" or "authors"
    work[list] = work[list] or {}
    if name ~= "" then
      local person = name:find "^[%a%s%.%-,]+$" and people.of(name, true)[1] or { literal = name }
      table.insert(work[list], 1, person)
    end
  end
end

-- Reads what stands before the first title: people, and a year that follows them. False where it is
-- a sentence.
local function read_head(work, text)
  local before, year = text:match "^(.-)%s*%(([12]%d%d%d)[a-z]?%)[%s,%.:]*$"
  if year then work.issued, text = { tonumber(year) }, before end
  local first, translator = text:match "^(.-)%s*%(([^%)]+訳)%)%s*$"
  if translator then
    add_people(work, translator)
    text = first
  end
  text = text:gsub("[%s:,%.]+$", "")
  if is_sentence(text) or text:find "%a" and not people.is_names(text) then return false end
  add_people(work, text)
  return true
end

-- Whether a sentence goes on behind a title: a particle or a word right behind it.
local function goes_on(text, opener)
  if text == "" or text:find "^[%s%p%d\1]" then return false end
  if opener == "『" and text:find "^[^,%s%d]+,%s*[12]%d%d%d年" then return false end
  local script = letters.script(text)
  if script == "Hiragana" or script == "Hangul" and not text:find "^제" then return true end
  local is_number = text:find "^第" or text:find "^제"
  -- Japanese puts a publisher right behind a title, Chinese a mark between them.
  return not is_number and opener ~= "『" and opener ~= "「"
end

-- Adds place and publisher, which stand in brackets or between marks, before or behind the year.
local function read_imprint(work, rest)
  -- What stands behind a bracket with the year is no publisher.
  local text = rest:match "%(([^()]*\1[^()]*)%)" or rest:gsub("%b()", "\1")
  for piece in text:gmatch "[^,\1%.]+" do
    piece = letters.trimmed(piece)
    local place, publisher = piece:match "^(.-)%s*:%s*(.+)$"
    if place and place ~= "" then
      work.place, work.publisher = place, publisher
      return
    end
    if piece ~= "" and not piece:find "%d" and #piece <= 60 then
      -- `서울, 출판사`
      if work.publisher then work.place, work.publisher = work.publisher, piece
      else work.publisher = piece end
    end
    if work.place then return end
  end
end

-- Takes editors and translators out of what stands behind a title: `『史記』小竹文夫訳、筑摩書房`.
local function take_people(self, work)
  self.rest = self.rest:gsub("[^,\1%.%(%):]+", function(piece)
    local name = letters.trimmed(piece)
    local rest, role = people.without_role(name)
    if not role or rest == "" or name:find "%d" or is_sentence(rest) then return nil end
    -- Korean parts the role from the name: `서울역` is a station.
    if letters.script(rest) == "Hangul" and not rest:find "%s$" then return nil end
    add_people(work, name)
    return "\1"
  end)
end

local function take_year(self, work)
  local day = details.take_date(self)
  local year = not day and details.take(self, "%f[%d]([12]%d%d%d)%f[%D]")
  work.issued = day or work.issued or year and { tonumber(year) } or nil
  for _, suffix in ipairs { "年", "년", "初版", "版", "刊", "印刷" } do
    self.rest = self.rest:gsub("\1" .. suffix, "\1")
  end
  return day
end

-- The title of the whole behind that of a part, with what stands between; nil for none.
local function second_title(text)
  local first, inside, after, opener = titles.quotation(text)
  if not first or not titles.is_wide(opener) then return nil end
  local between = letters.trimmed(text:sub(1, first - 1))
  local mark = letters.after(between, words.within)
  if mark then between = letters.trimmed(between:sub(mark)) end
  if between == "" then return inside, after, nil end
  local rest, role = people.without_role(between)
  if role == "editor" and not is_sentence(rest) then return inside, after, between end
  return nil
end

-- Takes volume and issue right behind the name of a journal, `『史学雑誌』112-3、2003年`: where they
-- are no pages.
local function take_joined_numbers(self, work)
  local volume, issue, behind = self.rest:match "^%s*(%d+)[%-\u{2013}]+(%d+)()%s*[,%(]"
  if not volume or volume:find "^[12]%d%d%d$" then return end
  work.volume, work.issue, self.rest = volume, issue, "\1" .. self.rest:sub(behind)
end

-- Whether the text before a title is the name of a newspaper.
local function is_newspaper(text)
  for _, ending in ipairs(words.newspapers) do
    if text:sub(-#ending) == ending then return true end
  end
  return false
end

-- Reads what follows the title of a page, `、サイト、https://…（2018年3月3日閲覧）`; nil for another form.
local function read_page(work, rest)
  local site = rest:match "^[%s,%.]*([^%d,%.\1%(%)]+)[%s,%.\1]*$"
  site = site and letters.trimmed(site)
  if not site or site == "" or #site > 90 or is_sentence(site) then return nil end
  work.container, work.kind, work.authors = site, "webpage", work.authors or {}
  return work
end

-- Reads a thesis, whose kind follows the school: `, 서울대학교 박사학위논문, 2001`; nil for another form.
local function read_thesis(work, rest)
  for _, mark in ipairs(letters.possible(rest, words.theses)) do
    local school, behind = rest:match("^[%s,%(]*([^%d,%(%)]+)%s*" .. mark .. "(.*)$")
    local year = behind and behind:match "^[%s,%(]*([12]%d%d%d)"
    if year then
      work.kind, work.genre, work.publisher = "thesis", mark, letters.trimmed(school)
      work.issued, work.authors = { tonumber(year) }, work.authors or {}
      work.page = numbers.take_pages { rest = behind }
      return work
    end
  end
  return nil
end

return function(text, found)
  -- `〈`, `《`, `「` and `『`
  if not text:find "\xE3\x80[\x88\x8A\x8C\x8E]" then return nil end
  text = plain_marks(text)
  local first, title, after, opener = titles.quotation(text)
  if not first or #title < 3 then return nil end
  local work = { title = title, kind = "book" }
  local container, place, editors = second_title(text:sub(after))
  if not titles.is_wide(opener) and not container then return nil end
  local head = letters.trimmed(text:sub(1, first - 1))
  if not container and opener == "「" and is_newspaper(head) then
    container, place, head = head, 1, ""
  end
  if not read_head(work, head) then return nil end
  local rest = text:sub(after)
  if not container and read_thesis(work, rest) then return work end
  if container then
    work.container, work.kind, rest = container, "article-journal", rest:sub(place)
    if editors then add_people(work, editors) end
  elseif opener == "「" or opener == "〈" then
    return found.url and read_page(work, rest) or nil
  end
  if goes_on(rest, container and "「" or opener) then return nil end
  local self = { rest = numerals.plain(plain_ranges(rest)) }
  if container then take_joined_numbers(self, work) end
  work.page = numbers.take_pages(self)
  work.edition = details.take(self, "第(%d+)版")
  if container then numbers.take(self, work)
  else
    work.volume = details.take(self, "^%s*第(%d+)卷") or details.take(self, "^%s*第(%d+)巻")
    for part in ("上 中 下"):gmatch "%S+" do
      for mark in ("巻 卷 册"):gmatch "%S+" do
        work.volume = work.volume or details.take(self, "^%s*(" .. part .. ")" .. mark)
      end
    end
  end
  local day = take_year(self, work)
  if container and found.url and not work.issued and not self.rest:find "[^%s%p\1]" then
    work.kind, work.authors = "webpage", work.authors or {}
    return work
  end
  if not work.issued or #self.rest > 300 then return nil end
  self.rest = self.rest:gsub("^%s*所収", ""):gsub("%(%s*\1%s*%)", "\1")
  if day and day[3] then
    -- A newspaper alone is no work; its `第3版` is a page.
    if not container then return nil end
    work.page, work.edition = work.page or work.edition, nil
  end
  local is_journal = container and (work.volume or work.issue) or day and day[3]
  if not is_journal then
    take_people(self, work)
    read_imprint(work, self.rest)
  end
  if container and not is_journal and (work.publisher or work.editor) then work.kind = "chapter" end
  if day and day[3] and container and not work.issue then work.kind = "article-newspaper" end
  work.authors = work.authors or {}
  if not (work.page or work.publisher or is_journal) then return nil end
  return work
end
