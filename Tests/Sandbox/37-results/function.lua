-- A function.
-- message: result.f: a function cannot be in a result
-- limit: cpu=5s,memory=256M
return {
  name = "function",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { f = print }
  end,
}
