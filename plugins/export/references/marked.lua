-- Works of which a word in the note says what they are: reviews, letters, interviews, films,
-- prefaces and entries.

local letters = require "references.letters"
local words = require "references.words"

local forms = {
  require("references.reviews").read, require "references.correspondence",
  require "references.films", require "references.prefaces", require "references.entries",
}

-- All their words: most notes have none of them.
local marks = { "dir.", "Dir." }
for _, name in ipairs {
  "reviews", "prefaces", "directed_by", "interviews", "told", "letters_from", "letters_to",
  "entries", "sub_voce",
} do
  table.move(words[name], 1, #words[name], #marks + 1, marks)
end

return function(text)
  if not letters.find_mark(text, marks, "") and not text:find(" to ", 1, true) then return nil end
  for _, form in ipairs(forms) do
    local work = form(text)
    if work then return work end
  end
  return nil
end
