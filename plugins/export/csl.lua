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

local function date_of(day, season)
  if not day then return nil end
  local days = ibid.list { ibid.list { day[1], day[2], day[3] } }
  if day.last then days[2] = ibid.list { day.last[1], day.last[2], day.last[3] } end
  return { ["date-parts"] = days, season = season }
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
    translator = names_of(work.translator), director = names_of(work.director),
    interviewer = names_of(work.interviewer), recipient = names_of(work.recipient),
    ["container-author"] = names_of(work.container_authors),
    ["reviewed-title"] = work.reviewed_title, ["reviewed-author"] = names_of(work.reviewed_authors),
    archive = work.archive, archive_location = work.archive_location,
    issued = date_of(work.issued, work.season),
    accessed = date_of(work.accessed),
  }
end

return function(article)
  local items = ibid.list {}
  for index, work in ipairs(references.of(article)) do items[index] = item_of(work) end
  return ibid.json.encode(items) .. "\n"
end
