-- `os.remove` is not there.
-- message: attempt to call a nil value (field 'remove')
return {
  name = "os-remove",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return os.remove "a.txt" --! error
  end,
}
