-- `require` is not there.
return {
  name = "require",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return require "os" --! error
  end,
}
