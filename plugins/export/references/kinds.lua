-- What kind of work a reference is, in the words of CSL.

local words = require "references.words"

local kinds = {}

local function has_word(text, list)
  text = ibid.fold(text)
  for _, word in ipairs(list) do
    if text:find(word, 1, true) then return true end
  end
  return false
end

function kinds.is_report(name) return has_word(name, words.reports) end

function kinds.is_proceedings(name) return has_word(name, words.proceedings) end

local function guess(work)
  local container = work.container or ""
  if kinds.is_report(container) and not work.volume then return "report" end
  if has_word(container, words.weblogs) then return "post-weblog" end
  -- `Die Zeit, Nr. 12, 15.3.1990, S. 7`
  local is_day = work.issued and work.issued[3] and not work.volume
  if is_day and work.issue and not (work.page or ""):find "-" then return "article-newspaper" end
  if work.volume or (work.issue and container ~= "") then return "article-journal" end
  local is_person = work.authors[1] and work.authors[1].family
  if work.issued and work.issued[3] and not work.publisher then
    return container == "" and work.url and is_person and "webpage" or "article-newspaper"
  end
  if work.page and has_word(container, words.proceedings) then return "paper-conference" end
  if work.page and container ~= "" and work.page:find "-" then return "article-journal" end
  if work.url and container == "" and not work.publisher then return "webpage" end
  if container ~= "" and work.url then
    return (work.accessed or work.is_page) and "webpage" or "article"
  end
  return work.is_part and "article-journal" or "book"
end

-- The kinds of what APA names in brackets behind a title.
local media = {
  film = "motion_picture", video = "motion_picture", ["tv series"] = "motion_picture",
  ["data set"] = "dataset", dataset = "dataset", ["computer software"] = "software",
  ["mobile app"] = "software", map = "map", photograph = "graphic", painting = "graphic",
  ["paper presentation"] = "speech", ["conference presentation"] = "speech",
  ["poster presentation"] = "speech", interview = "interview", tweet = "post",
  ["blog post"] = "post-weblog",
}

-- Kinds that are guessed from less than that.
local wholes = {
  book = true, webpage = true, article = true, ["article-newspaper"] = true,
  ["post-weblog"] = true,
}

-- Gives a work its kind where its form has not told it. The publisher of a book stands where a part
-- has the name of the whole.
function kinds.set(work)
  work.kind = work.kind or guess(work)
  if work.kind == "book" or work.kind == "report" and not work.publisher then
    local name = work.container
    if work.kind == "book" then
      work.publisher, work.container = work.publisher or name, nil
    end
  end
  if wholes[work.kind] then work.kind = media[ibid.fold(work.genre or "")] or work.kind end
end

return kinds
