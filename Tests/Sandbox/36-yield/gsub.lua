-- A yield across the callback of `gsub`.
return {
  name = "gsub",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    coroutine.wrap(function() ("x"):gsub(".", coroutine.yield) end)() --! error
  end,
}
