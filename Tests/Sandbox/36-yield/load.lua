-- A yield across the reader of `load`, which tells it as its second result.
-- result: "attempt to yield across a C-call boundary"
return {
  name = "load",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return select(2, coroutine.wrap(function() return load(coroutine.yield) end)())
  end,
}
