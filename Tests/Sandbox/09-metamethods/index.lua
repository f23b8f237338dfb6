-- `__index`.
local function spin() while true do end end --! timeout

return {
  name = "index",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return setmetatable({}, { __index = spin }).field
  end,
}
