-- An infinite number.
-- message: result[1]: an infinite number
-- limit: cpu=5s,memory=256M
return {
  name = "infinite",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { -1 / 0 }
  end,
}
