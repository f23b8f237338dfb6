-- The cited works as CSL-JSON, which citation managers and pandoc read.

local references = require "references"

local function names_of(people)
  if not people or #people == 0 then return nil end
  local names = ibid.list {}
  for index, person in ipairs(people) do
    names[index] = {
      family = person.family, given = person.given, suffix = person.suffix,
      literal = person.literal,
    }
  end
  return names
end

local function date_of(day)
  return day and { ["date-parts"] = ibid.list { ibid.list(day) } }
end

local function item_of(work)
  return {
    id = work.key, type = work.kind, title = work.title, ["original-title"] = work.original_title,
    ["container-title"] = work.container, publisher = work.publisher,
    ["publisher-place"] = work.place, volume = work.volume, issue = work.issue, page = work.page,
    URL = work.url, DOI = work.doi, ISBN = work.isbn, language = work.language,
    ["collection-title"] = work.series, ["collection-number"] = work.series_number,
    edition = work.edition, genre = work.genre, status = work.status,
    number = work.number, ["number-of-pages"] = work.number_of_pages,
    ["number-of-volumes"] = work.number_of_volumes,
    author = names_of(work.authors), editor = names_of(work.editor),
    translator = names_of(work.translator), issued = date_of(work.issued),
    accessed = date_of(work.accessed),
  }
end

return function(article)
  local items = ibid.list {}
  for index, work in ipairs(references.of(article)) do items[index] = item_of(work) end
  return ibid.json.encode(items) .. "\n"
end
