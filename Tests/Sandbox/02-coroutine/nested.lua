-- A loop a hundred coroutines deep.
local function spin() while true do end end --! timeout

return {
  name = "nested",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function deeper(n) --
      if n == 0 then spin() end
      return coroutine.wrap(deeper)(n - 1)
    end
    return deeper(100)
  end,
}
