-- `table.insert` over a range that has no end.
return {
  name = "insert",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    table.insert(setmetatable({}, { __len = function() return 1 << 60 end }), 1, 1) --! timeout
  end,
}
