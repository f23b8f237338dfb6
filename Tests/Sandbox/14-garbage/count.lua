-- The option that is there, without end.
return {
  name = "count",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do collectgarbage "count" end --! timeout
  end,
}
