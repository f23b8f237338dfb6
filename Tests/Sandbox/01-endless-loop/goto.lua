-- A jump that never ends.
return {
  name = "goto",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    ::again:: goto again --! timeout
  end,
}
