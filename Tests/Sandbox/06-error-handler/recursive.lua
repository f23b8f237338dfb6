-- An error handler that fails and is handled by another that spins.
local function spin() while true do end end --! timeout

return {
  name = "recursive",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    xpcall(function() xpcall(error, error) spin() end, spin)
  end,
}
