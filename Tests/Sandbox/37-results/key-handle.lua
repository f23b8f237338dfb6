-- A handle as a key.
-- message: result: a key that is neither a string nor a list's index (a userdata)
-- limit: cpu=5s,memory=256M
return {
  name = "key-handle",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { [article] = 1 }
  end,
}
