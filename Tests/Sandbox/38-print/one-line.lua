-- A gigabyte printed at once.
return {
  name = "one-line",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    print(("x"):rep(1 << 30)) --! memory
  end,
}
