-- A yield across the callback of `walk`.
return {
  name = "walk",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    coroutine.wrap(function() article:walk(function() coroutine.yield() end) end)() --! error
  end,
}
