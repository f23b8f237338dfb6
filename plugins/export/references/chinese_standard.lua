-- References by GB/T 7714, which say the kind of work in brackets: `王明. 书名[M]. 北京: 出版社, 1990: 45`,
-- `王明, 李红. 论文[J]. 杂志, 2001, 12(3): 45-67`.

local details = require "references.details"
local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"

local kinds = {
  M = "book", J = "article-journal", D = "thesis", N = "article-newspaper", C = "paper-conference",
  R = "report", S = "standard", P = "patent", EB = "webpage", A = "chapter", DB = "dataset",
  CP = "software", Z = "document", G = "book",
}

-- Marks of East Asia as those of ASCII.
local function plain_marks(text)
  for wide, plain in pairs {
    ["，"] = ", ", ["．"] = ". ", ["。"] = ". ", ["："] = ": ", ["（"] = "(", ["）"] = ")", ["、"] = ", ",
  } do
    text = text:gsub(wide, plain)
  end
  return text:gsub("%s%s+", " ")
end

local function authors_of(text)
  local list = {}
  for name in people.without_others(text):gmatch "[^,;]+" do
    name = letters.trimmed(name)
    if name:find "^[%a%s%.%-]+$" then
      -- `SMITH J A`
      local family, given = name:match "^(%a[%a%-]+)%s+(%u[%u%s%.%-]*)$"
      list[#list + 1] = family and { family = family, given = given } or { literal = name }
    elseif name ~= "" then
      list[#list + 1] = { literal = name }
    end
  end
  return list
end

return function(text)
  if not text:find("[", 1, true) then return nil end
  text = plain_marks(text)
  local head, code, rest = text:match "^(.-)%s*%[(%u%u?)%f[%]/][^%]]*%](.*)$"
  local kind = kinds[code]
  -- `[M]anagement` is a word that somebody quotes.
  if not kind or rest:find "^[%w\128-\255]" then return nil end
  local names, title = head:match "^([^%.]-)%.%s*(.+)$"
  if not names then names, title = "", head end
  local work = { authors = authors_of(names), kind = kind }
  titles.add(work, title)
  if not titles.may_be(work.title) then return nil end
  local self = { rest = rest:gsub("^[%s%.]+", "") }
  local accessed = details.take(self, "%[(%d%d%d%d%-%d%d%-%d%d)%]")
  work.accessed = accessed and details.take_date { rest = accessed } or nil
  -- `李红, 译. 北京`
  local translators = self.rest:match "^([^%.%d:]-),?%s*译%.%s+"
  if translators and translators ~= "" then
    work.translator, self.rest = authors_of(translators), self.rest:match "^.-译%.%s+(.*)$"
  end
  local part = self.rest:match "^//%s*(.+)$"
  if part then
    local before, behind = part:match "^(.-)%.%s+(.+)$"
    if not before then return nil end
    -- `[C]//编者. 论文集. 北京: 出版社`
    local name, more = behind:match "^([^:]-)%.%s+(.+:.+)$"
    work.container, self.rest = letters.trimmed(name or before), more or behind
    work.container = work.container:gsub("%s*%[%u+%]", "")
    if name and #before <= 60 then work.editor = authors_of(before) end
    if work.kind ~= "paper-conference" then work.kind = "chapter" end
  end
  work.page = details.take(self, ":%s*(%d+%-%d+)[%s%.]*") or details.take(self, ":%s*(%d+)[%s%.]*$")
  if kind == "article-journal" or kind == "article-newspaper" then
    -- `2001(3)`, `2001-03-12(5)`
    if kind == "article-newspaper" then
      work.page = work.page or details.take(self, "%(0*(%d+)%)[%s%.\1]*$")
    else
      local year, issue = details.take(self, ",%s*([12]%d%d%d)%((%d+)%)")
      work.issued, work.issue = year and { tonumber(year) } or nil, issue
    end
    whole.read(work, self.rest)
    return whole.is_named(work) and work.issued and work or nil
  end
  imprint.take_edition(self, work)
  local year = self.rest:match "%f[%d]([12]%d%d%d)%f[%D]"
  if year then
    work.issued = details.take_date { rest = self.rest } or { tonumber(year) }
    imprint.split(work, (self.rest:match "^(.-)[,%s%(]*%f[%d][12]%d%d%d"), false)
  end
  work.page = work.page or numbers.take_pages(self)
  return (work.issued or work.accessed) and work or nil
end
