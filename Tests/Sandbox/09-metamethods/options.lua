-- Fields of tables that the host reads: `report`, `frequencies`.
-- result: 4
local function spin() while true do end end

return {
  name = "options",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    article:report(setmetatable({ message = "m" }, { __index = spin }))
    return #article:frequencies(setmetatable({}, { __index = spin }))
  end,
}
