-- A message that is not UTF-8.
-- message: ��
return {
  name = "not-utf8",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error("\xff\xfe", 0) --! error
  end,
}
