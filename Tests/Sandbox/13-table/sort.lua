-- `table.sort` over a range that has no end.
-- message: bad argument #1 to 'sort' (array too big)
return {
  name = "sort",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    table.sort(setmetatable({}, { __len = function() return 1 << 60 end })) --! error
  end,
}
