-- Not a number.
-- message: result.ratio: not a number (NaN)
-- limit: cpu=5s,memory=256M
return {
  name = "nan",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { ratio = 0 / 0 }
  end,
}
