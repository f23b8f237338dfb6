-- The cited works as BibTeX, in UTF-8.

local references = require "references"

local kinds = {
  ["article-journal"] = "article", ["article-newspaper"] = "article", article = "article",
  ["review-book"] = "article", review = "article", report = "techreport", book = "book",
  chapter = "incollection", ["entry-encyclopedia"] = "incollection", thesis = "phdthesis",
  ["paper-conference"] = "inproceedings",
}

-- What BibTeX calls the whole and the publisher, where it is not `howpublished` and `publisher`.
local wholes = {
  article = "journal", techreport = "type", incollection = "booktitle", inproceedings = "booktitle",
}
local publishers = { techreport = "institution", phdthesis = "school" }

local commands = { ["\\"] = "\\textbackslash{}", ["~"] = "\\textasciitilde{}",
  ["^"] = "\\textasciicircum{}" }

-- Text without what TeX takes for a command.
local function escaped(text)
  text = text:gsub("[\\~^]", "\0%0"):gsub("[&%%$#_{}]", "\\%0")
  return (text:gsub("%z(.)", commands))
end

local function names_of(people)
  local names = {}
  for index, person in ipairs(people or {}) do
    if person.literal then names[index] = "{" .. escaped(person.literal) .. "}"
    else
      local suffix = person.suffix and ", " .. person.suffix or ""
      local given = person.given and ", " .. escaped(person.given) or ""
      names[index] = escaped(person.family) .. suffix .. given
    end
  end
  return table.concat(names, " and ")
end

-- A day or month in ISO 8601, `1999-03`.
local function iso(day)
  local parts = { ("%04d"):format(day[1]) }
  for index = 2, #day do parts[index] = ("%02d"):format(day[index]) end
  return table.concat(parts, "-")
end

local function range_of(day) return iso(day) .. "/" .. iso(day.last) end

local function entry_of(work)
  local kind = kinds[work.kind] or "misc"
  local fields = {}
  local function add(name, value, is_plain)
    if value and value ~= "" then
      fields[#fields + 1] = ("  %s = {%s}"):format(name, is_plain and value or escaped(value))
    end
  end
  add("author", names_of(work.authors), true)
  add("title", work.original_title or work.title)
  add("titleaddon", work.original_title and work.title)
  add(wholes[kind] or "howpublished", work.container or work.archive)
  if kind == "phdthesis" or kind == "techreport" and not work.container then
    add("type", work.genre)
  end
  add("bookauthor", names_of(work.container_authors), true)
  add("editor", names_of(work.editor or work.director), true)
  add("editortype", not work.editor and work.director and "director", true)
  add("translator", names_of(work.translator), true)
  add("edition", work.edition)
  add(publishers[kind] or "publisher", work.publisher)
  add("address", work.place)
  add("volume", work.volume)
  add("series", work.series)
  add("volumes", work.number_of_volumes)
  add("number", work.issue or work.number or work.series_number)
  add("pages", work.page and work.page:gsub("-", "--"), true)
  add("pagetotal", work.number_of_pages)
  for index, name in ipairs { "year", "month", "day" } do
    add(name, work.issued and work.issued[index] and tostring(work.issued[index]))
  end
  -- Classic BibTeX has no ranges of days.
  add("date", work.issued and work.issued.last and range_of(work.issued), true)
  add("pubstate", work.status)
  add("doi", work.doi, true)
  add("isbn", work.isbn, true)
  add("url", work.url, true)
  add("urldate", work.accessed and iso(work.accessed), true)
  add("note", work.archive_location)
  add("langid", work.language)
  return "@" .. kind .. "{" .. work.key .. ",\n" .. table.concat(fields, ",\n") .. "\n}\n"
end

return function(article)
  local entries = {}
  for index, work in ipairs(references.of(article)) do entries[index] = entry_of(work) end
  return table.concat(entries, "\n")
end
