-- Two gigabytes at once.
return {
  name = "rep",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return #("x"):rep(2 << 30) --! memory
  end,
}
