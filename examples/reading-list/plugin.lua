-- Makes a BibTeX file of the works that an article's notes name in the manner of APA:
-- `Teague, R., & Vale, C. (1931). A Bar and Its Pilots. Port Aldous: Estuary Press.`

local function escaped(text)
  return (text:gsub("[{}\\]", ""):gsub("([%%&#$_])", "\\%1"))
end

-- Without an address, and without the mark that ends it.
local function plain(text)
  return text and (text:gsub(",?%s*https?://%S+", ""):gsub("[%.,]%s*$", ""))
end

-- `Brandt, I., & Kessel, U.` → `Brandt, I. and Kessel, U.`
local function authors_of(text)
  return (text:gsub(",?%s*&%s*", " and "):gsub("%.,%s+(%u[^,]*,%s)", ". and %1"))
end

-- The parts of a note, or nil where it does not name a work in this form: before the year stand
-- names, which end with the full stop of an initial or of an institution.
local function work_of(note)
  local before, year, rest = note.text:match "^(.-%.)%s*%((%d%d%d%d)%l?%)%.?%s*(.+)$"
  if not before or before:find "[\"“(]" then return nil end
  -- What leads up to the authors: `On the method see, for example, Brandt, I.`
  local authors = before:match "%f[%w]see,? for example,?%s+(.+)$" or before:match "[Ss]ee%s+(.+)$"
    or before:match "[Ff]rom%s+(.+)$" or before
  local title, place = rest:match "^(.-[%.%?!])%s+(.+)$"
  local journal, volume, number, pages = (place or ""):match "^(.-),%s*(%d+)%((%d+)%),%s*([%d%-–]+)"
  return {
    authors = authors_of(authors), year = year, title = plain(title or rest),
    journal = journal, volume = volume, number = number, pages = pages,
    publisher = not journal and plain(place) or nil, url = note.urls[1], line = note.line,
  }
end

local fields = { "title", "year", "journal", "volume", "number", "pages", "publisher" }

local function entry(work, used)
  local key = (work.authors:match "^[%w\128-\255]+" or "anon"):lower() .. work.year
  used[key] = (used[key] or 0) + 1
  if used[key] > 1 then key = key .. string.char(95 + used[key]) end
  local lines = { ("@%s{%s,"):format(work.journal and "article" or "book", key) }
  lines[2] = ("  author = {%s},"):format(escaped(work.authors))
  for _, field in ipairs(fields) do
    if work[field] then
      lines[#lines + 1] = ("  %s = {%s},"):format(field, escaped(work[field]))
    end
  end
  -- Commands that print addresses want them as they are.
  if work.url then lines[#lines + 1] = ("  url = {%s},"):format(work.url) end
  lines[#lines + 1] = "}"
  return table.concat(lines, "\n")
end

return {
  name = "reading-list", version = "1.0.0", since = "0.1",
  summary = "The works that the notes name, as BibTeX.",
  categories = { "conversion", "safe" },

  article = function(article)
    local works, used = ibid.list {}, {}
    for _, note in ipairs(article.footnotes) do
      local work = work_of(note)
      if work then works[#works + 1] = { line = work.line, bibtex = entry(work, used) } end
    end
    return { works = works, unread = #article.footnotes - #works }
  end,
}
