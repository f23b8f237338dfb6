-- The same, caught: the record still says so.
return {
  name = "caught",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    pcall(string.rep, "x", 2 << 30) --! memory
    return "went on"
  end,
}
