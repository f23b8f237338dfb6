-- `pcall` around a coroutine.
local function spin() while true do end end --! timeout

return {
  name = "wrap",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do pcall(coroutine.wrap(spin)) end --! timeout
  end,
}
