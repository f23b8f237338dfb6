-- `package` is not there.
-- message: undefined variable 'package'
return {
  name = "package",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return package.loadlib("libc.so.6", "system") --! error
  end,
}
