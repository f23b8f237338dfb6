-- `__concat`.
local function spin() while true do end end --! timeout

return {
  name = "concat",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return setmetatable({}, { __concat = spin }) .. ""
  end,
}
