-- Terms in a script of their own with a translation in brackets: `番水 [rotational irrigation]`.

local brackets = require "brackets"
local characters = require "characters"
local endings = require "endings"
local languages = require "languages"
local native_terms = require "native_terms"
local quotations = require "quotations"
local transliterations = require "transliterations"

local translations = {}

-- In Chinese and Japanese text a translation ends where a remark begins: `输出（output，又称…）`.
local remark_marks = { "，", "、", "；", "：", ",", ";", "（", "(" }

local wide_marks = { "，", "、", "：", "；" }

-- A bracket without the reading before its translation: `時代精神（じだいせいしん、Zeitgeist）`.
local function without_reading(inside)
  local reading, rest = inside:match "^(.-)、%s*(.+)$"
  local is_kana = reading and not reading:find "[^\x80-\xBF\xE3%s]"
  return is_kana and characters.script_of(reading) == "Japanese" and rest or inside
end

-- The translation in a bracket, or nil.
local function target_of(inside, language)
  if language == "ja" then inside = without_reading(inside) end
  -- An acronym of the translation stands before it: `（GDP、gross domestic product）`.
  inside = inside:match "^%s*%u%u[%u%d]*%s*[,;:]%s*(%a.*)$" or inside
  for _, mark in ipairs(inside:find "^%s*%u%u" and wide_marks or {}) do
    inside = inside:match("^%s*%u%u[%u%d]*" .. mark .. "%s*(%a.*)$") or inside
  end
  if language == "zh" or language == "ja" then
    for _, mark in ipairs(remark_marks) do
      local at = inside:find(mark, 1, true)
      if at then inside = inside:sub(1, at - 1) end
    end
  end
  -- An acronym of the translation stands behind it: `协会 (International Association, IA)`.
  inside = inside:match "^(.*%S)[,;]%s*%u[%u%d]+%s*$" or inside:match "^(.*%S)，%s*%u[%u%d]+%s*$"
    or inside
  local target = quotations.whole(inside) or inside:gsub("^%s+", ""):gsub("%s+$", "")
  -- Formulas and code are no words, and capitals alone are an acronym.
  if target:find "[%$=\\_`{}/]" or not target:find "%l" then return nil end
  return target
end

-- Whether all letters of a text are Latin, and there are at least two.
local function is_latin(text)
  local count = 0
  for _, character in ipairs(characters.of(text)) do
    local script = characters.script(character)
    if script and script ~= "Latin" then return false end
    if script then count = count + 1 end
  end
  return count >= 2
end

local may_close = { ['"'] = true, [">"] = true, ["'"] = true }

-- The script of the last letter before a bracket; a closing quote may stand between them, with a
-- space within (`« mot » (`); nil for none.
function translations.script_before(before)
  local count = #endings.trimmed(before)
  for _ = 1, 3 do
    local character, first = endings.character(before, count)
    if not character then return nil end
    local script = characters.script(character)
    -- Behind a Latin letter it is an apostrophe.
    local is_apostrophe = script == "Latin" and before:sub(count + 1, count + 1) == "'"
    if script then return not is_apostrophe and script or nil end
    if character:find "^[%w%p]$" and not may_close[character] then return nil end
    count = first - 1
  end
  return nil
end

-- Calls `found(source, target, position)` for the translation that a bracket holds, if it does;
-- `before` is the text up to the bracket, `script` that of its last letter, `position` the byte of
-- the source.
function translations.in_bracket(before, bracket, language, script, found)
  if not script or script == "Latin" then return end
  local target = target_of(bracket.inside, language)
  if not target or not is_latin(target) then return end
  local is_foreign = not languages.has_own_script(language)
  local source = native_terms.at_end(before, language, is_foreign, target)
  if source and source ~= "" then
    -- A text in Latin letters says how a word is spoken, one in the word's own what English has.
    if is_foreign and transliterations.spell(source, target, language) then return end
    local start = #endings.trimmed(before) - #source + 1
    found(source, target, brackets.position(bracket, before, start))
  end
end

return translations
