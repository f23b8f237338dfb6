-- A `__close` that spins at the end of its block.
local function spin() while true do end end --! timeout

return {
  name = "at-end",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    do local _ <close> = setmetatable({}, { __close = spin }) end
  end,
}
