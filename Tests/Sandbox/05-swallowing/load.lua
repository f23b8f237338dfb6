-- `load` with a reader that spins, inside `pcall`.
local function spin() while true do end end --! timeout

return {
  name = "load",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do pcall(load, spin) end --! timeout
  end,
}
