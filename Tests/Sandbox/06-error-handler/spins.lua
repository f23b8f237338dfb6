-- An error handler that never returns.
local function spin() while true do end end --! timeout

return {
  name = "spins",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    xpcall(error, spin)
  end,
}
