-- A text that is not UTF-8.
-- message: result.name: byte 2 of the string is not UTF-8
-- limit: cpu=5s,memory=256M
return {
  name = "not-utf8",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { name = "a\xff" }
  end,
}
