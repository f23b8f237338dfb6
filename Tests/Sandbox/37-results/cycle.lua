-- A result that contains itself.
-- message: result.again[1]: a cycle: the table contains itself
-- limit: cpu=5s,memory=256M
return {
  name = "cycle",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    local t = {}
    t.again = { t }
    return t
  end,
}
