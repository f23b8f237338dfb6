-- `__len`.
local function spin() while true do end end --! timeout

return {
  name = "len",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return #setmetatable({}, { __len = spin })
  end,
}
