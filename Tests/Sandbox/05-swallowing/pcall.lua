-- `pcall` that swallows everything, without end.
local function spin() while true do end end --! timeout

return {
  name = "pcall",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do pcall(spin) end --! timeout
  end,
}
