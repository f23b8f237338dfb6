-- Raw access to a handle.
-- message: bad argument #1 to 'rawset' (table expected, got article)
return {
  name = "raw",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    rawset(article, "title", "x") --! error
  end,
}
