-- `gsub` that backtracks at each byte.
return {
  name = "gsub",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return (("a"):rep(200000)):gsub("a*b", "") --! timeout
  end,
}
