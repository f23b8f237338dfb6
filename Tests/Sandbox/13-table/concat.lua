-- `table.concat` over a range that has no end.
-- message: invalid value (nil) at index 1 in table for 'concat'
return {
  name = "concat",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return table.concat(setmetatable({}, { __len = function() return 1 << 60 end })) --! error
  end,
}
