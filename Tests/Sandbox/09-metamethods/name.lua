-- `__name` that is a table which spins.
-- result: "table: 1"
local function spin() while true do end end

return {
  name = "name",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return tostring(setmetatable({}, { __name = setmetatable({}, { __tostring = spin, __concat = spin }) }))
  end,
}
