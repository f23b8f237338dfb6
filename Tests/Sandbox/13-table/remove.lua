-- `table.remove` over a range that has no end.
return {
  name = "remove",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    table.remove(setmetatable({}, { __len = function() return 1 << 60 end }), 1) --! timeout
  end,
}
