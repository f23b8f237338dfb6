-- A key that is no string.
-- message: result: a key that is neither a string nor a list's index (a boolean)
-- limit: cpu=5s,memory=256M
return {
  name = "boolean-key",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { [true] = 1 }
  end,
}
