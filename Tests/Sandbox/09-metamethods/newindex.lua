-- `__newindex`.
local function spin() while true do end end --! timeout

return {
  name = "newindex",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    setmetatable({}, { __newindex = spin }).field = 1
  end,
}
