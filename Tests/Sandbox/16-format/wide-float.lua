-- The widest float that Lua writes.
-- result: 410
return {
  name = "wide-float",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return #("%99.99f"):format(-1.7976931348623157e308)
  end,
}
