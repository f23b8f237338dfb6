-- Acronyms that a sentence gives with their long forms, without a bracket: `the IMF, or
-- International Monetary Fund,` and `the International Monetary Fund, or IMF,`.

local acronyms = require "acronyms"
local brackets = require "brackets"
local word_set = require "word_set"

local alternatives = {}

-- What stands between the two, by language.
local conjunctions = {
  de = ", oder ", en = ", or ", es = ", o ", fr = ", ou ", it = ", o ", nl = ", of ", pt = ", ou ",
  ru = ", или ",
}

-- Articles before a long form.
local articles = word_set "the der die das le la les el los las il lo i gli het de o a os as"

-- What stands in every text in a language in which `in_passage` finds anything.
function alternatives.mark(language) return conjunctions[language] end

-- Two to six capitals.
local function is_acronym(text)
  return text:find "^%u%u%u?%u?%u?%u?$" ~= nil
    or text:find "^\xD0[\x90-\xAF]" ~= nil and text:find "^[\xD0\x90-\xAF]+$" ~= nil and #text <= 12
end

-- The long form at the start of a text, up to a mark, and the bytes before it; nil for none.
local function long_at_start(short, text)
  text = text:match "^[^,;:%.%(%)\"]+" or ""
  local article = text:match "^(%l+) "
  local skipped = article and articles[article] and #article + 1 or 0
  local from = skipped + 1
  -- Small words have no letter: `Food and Agriculture Organization of the United Nations`.
  for _ = 1, utf8.len(short) * 2 do
    local last = select(2, text:find("^%s*%S+", from))
    if not last then return nil end
    local long = text:sub(skipped + 1, last)
    if acronyms.by_initials(short, long) == long then return long end
    from = last + 1
  end
  return nil
end

-- Calls `found(short, long, position)` for each acronym that a passage explains so.
function alternatives.in_passage(passage, language, found)
  local text, mark = passage.text, conjunctions[language]
  local first, last = text:find(mark or "", 1, true)
  while mark and first do
    -- One of the two is capitals: most are neither, and not looked at any longer.
    local before = text:sub(math.max(1, first - 24), first - 1):match "%S+$" or ""
    local behind = text:sub(last + 1, last + 13):match "^[%u\xD0\x90-\xAF]+" or ""
    if is_acronym(before) then
      local long = long_at_start(before, brackets.after(text, last + 1))
      if long then found(before, long, first - #before) end
    elseif is_acronym(behind) and not text:find("^[%w\x80-\xFF]", last + 1 + #behind) then
      local long = acronyms.by_initials(behind, brackets.before(text, first))
      if long then found(behind, long, last + 1) end
    end
    first, last = text:find(mark, last + 1, true)
  end
end

return alternatives
