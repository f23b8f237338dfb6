-- `io.popen` is not there.
-- message: undefined variable 'io'
return {
  name = "io-popen",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return io.popen "ls" --! error
  end,
}
