-- A yield from the plugin's function.
-- message: attempt to yield from outside a coroutine
return {
  name = "article",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    coroutine.yield() --! error
  end,
}
