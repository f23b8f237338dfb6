-- `os.tmpname` is not there.
-- message: attempt to call a nil value (field 'tmpname')
return {
  name = "os-tmpname",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return os.tmpname() --! error
  end,
}
