-- The cited works as CSL-JSON, which citation managers and pandoc read.

local references = require "references"

local function item_of(work)
  local item = {
    id = work.key, type = work.kind, title = work.title, ["original-title"] = work.original_title,
    ["container-title"] = work.container, publisher = work.publisher,
    ["publisher-place"] = work.place, volume = work.volume, issue = work.issue, page = work.page,
    URL = work.url, DOI = work.doi, language = work.language,
    issued = { ["date-parts"] = ibid.list { ibid.list(work.issued) } },
  }
  if work.accessed then
    item.accessed = { ["date-parts"] = ibid.list { ibid.list(work.accessed) } }
  end
  if #work.authors > 0 then
    item.author = ibid.list {}
    for index, person in ipairs(work.authors) do
      item.author[index] = {
        family = person.family, given = person.given, literal = person.literal,
      }
    end
  end
  return item
end

return function(article)
  local items = ibid.list {}
  for index, work in ipairs(references.of(article)) do items[index] = item_of(work) end
  return ibid.json.encode(items) .. "\n"
end
