-- A result over its limit.
-- message: result: a result may have at most 1048576 bytes as JSON
-- limit: result=1M
return {
  name = "too-large",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return ("x"):rep(3000000)
  end,
}
