-- A yield across the callback of `map`.
return {
  name = "map",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    coroutine.wrap(function() article.paragraphs:map(coroutine.yield) end)() --! error
  end,
}
