-- `pcall` within `pcall`.
local function spin() while true do end end --! timeout

return {
  name = "nested-pcall",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do pcall(pcall, pcall, spin) end --! timeout
  end,
}
