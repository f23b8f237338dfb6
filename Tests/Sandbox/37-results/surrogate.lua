-- A text that encodes half a surrogate pair.
-- message: result: byte 1 of the string is not UTF-8
-- limit: cpu=5s,memory=256M
return {
  name = "surrogate",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return "\xed\xa0\x80"
  end,
}
