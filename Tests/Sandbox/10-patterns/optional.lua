-- Backtracking over optional items.
return {
  name = "optional",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return (("a"):rep(28) .. "b"):find(("a?"):rep(28) .. ("a"):rep(28)) --! timeout
  end,
}
