-- Keys of a list and of a map.
-- message: result: keys of a list and of a map in one table
-- limit: cpu=5s,memory=256M
return {
  name = "mixed-keys",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { 1, 2, x = 3 }
  end,
}
