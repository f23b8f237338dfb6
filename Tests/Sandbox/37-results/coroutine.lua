-- A coroutine.
-- message: result: a coroutine cannot be in a result
-- limit: cpu=5s,memory=256M
return {
  name = "coroutine",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return coroutine.create(print)
  end,
}
