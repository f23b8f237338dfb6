-- The cited works as BibTeX, in UTF-8.

local references = require "references"

local kinds = {
  ["article-journal"] = "article", ["article-newspaper"] = "article", article = "article",
  report = "techreport", book = "book",
}

local commands = { ["\\"] = "\\textbackslash{}", ["~"] = "\\textasciitilde{}",
  ["^"] = "\\textasciicircum{}" }

-- Text without what TeX takes for a command.
local function escaped(text)
  text = text:gsub("[\\~^]", "\0%0"):gsub("[&%%$#_{}]", "\\%0")
  return (text:gsub("%z(.)", commands))
end

local function names_of(authors)
  local names = {}
  for index, person in ipairs(authors) do
    if person.literal then names[index] = "{" .. escaped(person.literal) .. "}"
    else names[index] = escaped(person.family) .. ", " .. escaped(person.given) end
  end
  return table.concat(names, " and ")
end

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
  add(kind == "article" and "journal" or kind == "techreport" and "type" or "howpublished",
    work.container)
  add(kind == "techreport" and "institution" or "publisher", work.publisher)
  add("address", work.place)
  add("volume", work.volume)
  add("number", work.issue)
  add("pages", work.page and work.page:gsub("-", "--"), true)
  add("year", tostring(work.issued[1]))
  add("month", work.issued[2] and tostring(work.issued[2]))
  add("day", work.issued[3] and tostring(work.issued[3]))
  add("doi", work.doi, true)
  add("url", work.url, true)
  if work.accessed then
    add("urldate", ("%04d-%02d-%02d"):format(table.unpack(work.accessed)), true)
  end
  add("langid", work.language)
  return "@" .. kind .. "{" .. work.key .. ",\n" .. table.concat(fields, ",\n") .. "\n}\n"
end

return function(article)
  local entries = {}
  for index, work in ipairs(references.of(article)) do entries[index] = entry_of(work) end
  return table.concat(entries, "\n")
end
