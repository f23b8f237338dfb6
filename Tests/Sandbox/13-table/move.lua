-- `table.move` over a range that has no end.
return {
  name = "move",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    table.move({}, 1, 1000000000, 1, {}) --! timeout
  end,
}
