-- `string.dump` is not there.
-- message: attempt to call a nil value (field 'dump')
return {
  name = "dumped",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return string.dump(print) --! error
  end,
}
