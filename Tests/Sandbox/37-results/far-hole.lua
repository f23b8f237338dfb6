-- A list whose hole ends at the largest integer.
-- message: result: a list with holes (no index 2)
-- limit: cpu=5s,memory=256M
return {
  name = "far-hole",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { 1, [math.maxinteger] = 2 }
  end,
}
