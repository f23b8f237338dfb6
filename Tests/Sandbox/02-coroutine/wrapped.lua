-- A loop in a coroutine.
local function spin() while true do end end --! timeout

return {
  name = "wrapped",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return coroutine.wrap(spin)()
  end,
}
