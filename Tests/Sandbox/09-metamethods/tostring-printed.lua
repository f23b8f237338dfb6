-- `__tostring` of what is printed.
local function spin() while true do end end --! timeout

return {
  name = "tostring-printed",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    print(setmetatable({}, { __tostring = spin }))
  end,
}
