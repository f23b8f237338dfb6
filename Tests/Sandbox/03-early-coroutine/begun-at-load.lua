-- A coroutine that was begun while the plugin loaded goes on without end.
local early = coroutine.wrap(function()
  coroutine.yield()
  while true do end --! timeout
end)
early()

return {
  name = "begun-at-load",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return early()
  end,
}
