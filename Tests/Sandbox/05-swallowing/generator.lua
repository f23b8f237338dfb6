-- A generator that catches the end of each turn.
return {
  name = "generator",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local turn = coroutine.wrap(function() while true do pcall(coroutine.yield) end end) --! timeout
    while true do pcall(turn) end --! timeout
  end,
}
