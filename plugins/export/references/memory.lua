-- What was found out of words and names, which an article has again and again.

local memory = {}

-- Texts of which each function remembers its answer; then it begins anew.
local most = 1024

-- A function of one text as one that remembers its answers, which must not be nil.
function memory.of(answer)
  local known, count = {}, 0
  return function(text)
    local value = known[text]
    if value == nil then
      value = answer(text)
      if count == most then known, count = {}, 0 end
      known[text], count = value, count + 1
    end
    return value
  end
end

return memory
