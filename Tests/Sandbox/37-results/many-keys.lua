-- A hundred thousand keys.
-- message: result: a result may have at most 262144 bytes as JSON
-- limit: cpu=10s,result=256K
return {
  name = "many-keys",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    local map = {}
    for i = 1, 100000 do map["key" .. i] = i end
    return map
  end,
}
