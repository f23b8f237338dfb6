-- A handle.
-- message: result[1]: a handle (article) cannot be in a result
-- limit: cpu=5s,memory=256M
return {
  name = "handle",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { article }
  end,
}
