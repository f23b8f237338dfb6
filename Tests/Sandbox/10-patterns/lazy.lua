-- Backtracking over lazy repetitions.
return {
  name = "lazy",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return (("a"):rep(30000)):find ".-.-.-.-b" --! timeout
  end,
}
