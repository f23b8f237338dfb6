-- `os.exit` is not there.
-- message: attempt to call a nil value (field 'exit')
return {
  name = "os-exit",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    os.exit(0) --! error
  end,
}
