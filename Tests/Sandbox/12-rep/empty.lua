-- An empty text repeated for ever.
-- result: 0
return {
  name = "empty",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return #string.rep("", math.maxinteger)
  end,
}
