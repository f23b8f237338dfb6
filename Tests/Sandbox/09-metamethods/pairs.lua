-- `__pairs`.
local function spin() while true do end end --! timeout

return {
  name = "pairs",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    for _ in pairs(setmetatable({}, { __pairs = spin })) do end
  end,
}
