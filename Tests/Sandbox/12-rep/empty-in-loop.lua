-- The same without end.
return {
  name = "empty-in-loop",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do string.rep("", math.maxinteger) end --! timeout
  end,
}
