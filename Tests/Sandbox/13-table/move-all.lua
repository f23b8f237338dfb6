-- `table.move` over a range that has no end.
return {
  name = "move-all",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    table.move({}, 1, math.maxinteger - 1, 1, {}) --! timeout
  end,
}
