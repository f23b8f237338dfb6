-- `os.execute` is not there.
-- message: attempt to call a nil value (field 'execute')
return {
  name = "os-execute",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return os.execute "rm a.txt" --! error
  end,
}
