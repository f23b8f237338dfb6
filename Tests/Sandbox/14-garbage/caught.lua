-- The same, caught without end.
return {
  name = "caught",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do pcall(collectgarbage, "step") end --! timeout
  end,
}
