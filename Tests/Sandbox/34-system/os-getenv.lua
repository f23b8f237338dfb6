-- `os.getenv` is not there.
-- message: attempt to call a nil value (field 'getenv')
return {
  name = "os-getenv",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return os.getenv "HOME" --! error
  end,
}
