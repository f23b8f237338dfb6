-- A loop in a coroutine that was resumed.
local function spin() while true do end end --! timeout

return {
  name = "resumed",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return coroutine.resume(coroutine.create(spin))
  end,
}
