-- Coroutines that each stay far below any count of instructions.
return {
  name = "short-lived",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do coroutine.wrap(function() for _ = 1, 900 do end end)() end --! timeout
  end,
}
