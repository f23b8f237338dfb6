-- A title in quotes: `John Smith, “Title,” Journal 12, no. 3 (2001): 45–67` (Chicago), `Smith,
-- John. “Title.” Journal, vol. 12, no. 3, 2001, pp. 45–67` (MLA), `Jean Dupont, « Titre », Revue,
-- vol. 12, n° 3, 2001, p. 45-67`.

local letters = require "references.letters"
local people = require "references.people"
local reviews = require "references.reviews"
local titles = require "references.titles"
local whole = require "references.whole"
local words = require "references.words"

return function(text, found)
  local first, title, after, opener = titles.quotation(text)
  -- East Asia's quotes are read by a form of their own.
  if not first or titles.is_wide(opener) then return nil end
  title = letters.trimmed(title)
  -- `Ilse Brack, Art. „Waage“, in: Lexikon`
  local before = letters.without_blanks(text:sub(1, first - 1))
  local is_alone = letters.after(before, words.entries) == #before + 1
  local head, entry = letters.before(is_alone and " " .. before or before, words.entries)
  local names, role = people.without_role(letters.trimmed(head))
  local rest = text:sub(after)
  if #title < 3 or not titles.may_be(title) or not people.is_names(names) then return nil end
  -- Words in quotes within a sentence go on with it.
  local review = {}
  rest = reviews.take(review, rest)
  local next_word = rest:match "^[%s,%.:]*(.*)$"
  local goes_on = letters.is_small(next_word) and not letters.after(next_word, words.within)
  if goes_on and not letters.after(next_word, words.translators) then return nil end
  local authors = people.of(names, true)
  local work = { authors = authors, [role or "authors"] = authors }
  if role then work.authors = {} end
  work.reviewed_title, work.reviewed_authors = review.reviewed_title, review.reviewed_authors
  titles.add(work, title)
  work.is_part = true
  local is_told = whole.read(work, rest, entry ~= nil)
  if not whole.is_named(work) then
    -- A thesis, or a page of a site without a name.
    if work.kind ~= "thesis" and not found.url or work.container ~= "" then return nil end
    work.container = nil
  end
  local is_known = is_told or found.url or found.modified or found.is_to_appear
  if not is_known then return nil end
  if entry and work.container and work.kind ~= "thesis" then work.kind = "entry-encyclopedia" end
  work.kind = review.kind or work.kind
  return work
end
