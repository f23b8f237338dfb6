-- What words of a phrase count.

local words = {}

-- Whether a text has none but words that carry little meaning, such as articles, and marks.
function words.say_nothing(text, language)
  for word in text:gmatch "[%w\128-\255]+" do
    if not ibid.is_stopword(word, language) then return false end
  end
  return true
end

local function has(text, phrase, language)
  local match = ibid.matcher({ phrase }, language):find(text)[1]
  return match ~= nil
    and words.say_nothing(text:sub(1, match.first - 1) .. " " .. text:sub(match.last + 1), language)
end

-- Whether two phrases are one but for inflections, hyphens and articles.
function words.are_forms(phrase, other, language)
  return has(phrase, other, language) or has(other, phrase, language)
end

return words
