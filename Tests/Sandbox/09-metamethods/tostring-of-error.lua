-- `__tostring` of an error value, which the host shows.
local function spin() while true do end end --! timeout

return {
  name = "tostring-of-error",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error(setmetatable({}, { __tostring = spin }))
  end,
}
