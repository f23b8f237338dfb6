-- `io.open` is not there.
-- message: undefined variable 'io'
return {
  name = "io-open",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return io.open("b.txt", "w") --! error
  end,
}
