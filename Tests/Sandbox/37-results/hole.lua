-- A list with a hole.
-- message: result: a list with holes (no index 2)
-- limit: cpu=5s,memory=256M
return {
  name = "hole",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { 1, nil, 3 }
  end,
}
