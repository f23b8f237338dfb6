-- A result nested a million deep.
-- message: result[1][1][1][1][1][1][1][1]…[1]: tables nested deeper than 64
-- limit: cpu=5s,memory=256M
return {
  name = "deep",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    local t = {}
    for _ = 1, 1000000 do t = { t } end
    return t
  end,
}
