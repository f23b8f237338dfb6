-- `__lt`, called by `table.sort`.
local function spin() while true do end end --! timeout

return {
  name = "lt",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local meta = { __lt = spin }
    table.sort { setmetatable({}, meta), setmetatable({}, meta) }
  end,
}
