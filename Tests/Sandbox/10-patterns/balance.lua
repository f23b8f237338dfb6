-- `%b()` on ten megabytes.
-- limit: memory=128M
return {
  name = "balance",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return (("("):rep(10000000)):find "%b()" --! timeout
  end,
}
