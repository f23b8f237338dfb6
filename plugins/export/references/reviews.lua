-- Reviews of works: `Ellen Marsh, review of The Weir, by Ada Lund, Journal 3 (2001): 4–6`, `Marsh,
-- E. (2001). [Review of the book The Weir, by A. Lund]. Journal, 3(2), 4–6`.

local heads = require "references.heads"
local letters = require "references.letters"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"
local words = require "references.words"

local reviews = {}

-- The work under review and its author in `The Weir, by Ada Lund`; the text and nil without one.
local function reviewed_in(text)
  for _, mark in ipairs(words.reviewed_by) do
    local first, last = text:find(mark, 1, true)
    local names = first and first > 1 and text:sub(last + 1)
    local list = names and people.is_names(names) and people.of(names, true)
    if list and people.are_known(list) then return letters.trimmed(text:sub(1, first - 1)), list end
  end
  return text, nil
end

-- What stands behind the mark of a review, without the quotes and marks around it.
local function subject_of(text)
  local first, inside, after = titles.quotation(text)
  if first == 1 then text = inside .. text:sub(after) end
  return letters.trimmed(text)
end

-- `Antje Harms, Das Moor`, as other languages than English name what they review.
local function named_first(text)
  local name, title = text:match "^([^,:]+)[,:]%s+(.+)$"
  local person = name and people.direct(name)
  if person then return title, { person } end
  return text, nil
end

local function set_reviewed(work, mark, text)
  local title, authors = reviewed_in(subject_of(text))
  if not authors and not mark:find "^[Rr]ev" then title, authors = named_first(title) end
  work.reviewed_title, work.reviewed_authors = title, authors
  work.kind = authors and "review-book" or "review"
end

-- Gives a work whose title says that it is a review what it reviews.
function reviews.set(work)
  if not work.title or work.reviewed_title then return end
  -- `Mills at work [Review of the book The Weir, by A. Lund]`
  for _, text in ipairs { work.title, work.genre } do
    local at = letters.after(text, words.reviews)
    if at and text:find("^%s", at) then set_reviewed(work, text:sub(1, at - 1), text:sub(at)) end
  end
end

-- The place behind the authors under review and the mark that ends them, in `Ada Lund, Journal 3`.
local function behind_authors(text)
  local sentence = titles.first_sentence(text)
  if not sentence:find(",", 1, true) and sentence ~= text then return #sentence + 1 end
  local count, at = heads.count_listed(text), 1
  for _ = 1, count do
    local comma = text:find(",%s", at)
    if not comma then return nil end
    at = comma + 1
  end
  return at - 1
end

-- What is reviewed, and what stands behind it: `The Weir, by Ada Lund` and `Journal 3 (2001): 4–6`.
local function split(text)
  for _, mark in ipairs(words.reviewed_by) do
    local _, last = text:find(mark, 1, true)
    local at = last and behind_authors(text:sub(last + 1))
    if at then return text:sub(1, last + at - 1), text:sub(last + at + 1) end
  end
  return nil
end

-- Reads what a work with a title of its own reviews, `, review of The Weir, by Ada Lund, Journal`,
-- and returns what stands behind it; the text itself where it is no review.
function reviews.take(work, text)
  local from = text:match "^[%s,%.]*()"
  local at = letters.after(text, words.reviews, from)
  local subject, rest = nil, nil
  if at then subject, rest = split(text:sub(at)) end
  if not subject then return text end
  set_reviewed(work, text:sub(from, at - 1), subject)
  return rest
end

-- Reads `Ellen Marsh, review of The Weir, by Ada Lund, Journal 3 (2001): 4–6`.
function reviews.read(text)
  local first, last = letters.find_mark(text, words.reviews)
  if not first then return nil end
  local names = letters.trimmed(text:sub(1, first - 1))
  local authors = people.is_names(names) and people.of(names, true)
  if not authors or names ~= "" and not people.are_known(authors) then return nil end
  local subject, rest = split(text:sub(last + 1))
  if not subject then return nil end
  local work = { authors = authors, is_part = true }
  local mark = text:sub(first, last)
  work.title = mark:sub(1, 1):upper() .. mark:sub(2) .. subject
  set_reviewed(work, mark, subject)
  if not work.reviewed_authors or not whole.read(work, rest, true) then return nil end
  work.kind = "review-book"
  return whole.is_named(work) and work.issued and work or nil
end

return reviews
