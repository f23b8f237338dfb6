-- A yield across the callback of `sort`.
return {
  name = "sort",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    coroutine.wrap(function() table.sort({ 2, 1 }, coroutine.yield) end)() --! error
  end,
}
