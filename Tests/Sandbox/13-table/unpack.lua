-- `table.unpack` over a range that has no end.
-- message: too many results to unpack
return {
  name = "unpack",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return table.unpack(setmetatable({}, { __len = function() return 1 << 60 end })) --! error
  end,
}
