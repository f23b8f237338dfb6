-- `__eq`.
local function spin() while true do end end --! timeout

return {
  name = "eq",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local meta = { __eq = spin }
    return setmetatable({}, meta) == setmetatable({}, meta)
  end,
}
