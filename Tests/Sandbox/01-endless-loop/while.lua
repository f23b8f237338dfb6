-- A loop that never ends.
return {
  name = "while",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do end --! timeout
  end,
}
