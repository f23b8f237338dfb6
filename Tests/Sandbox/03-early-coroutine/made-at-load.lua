-- A loop in a coroutine that was made while the plugin loaded.
local function spin() while true do end end --! timeout
local early = coroutine.wrap(spin)

return {
  name = "made-at-load",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return early()
  end,
}
