-- A list that grows.
-- limit: memory=24M,cpu=10s
return {
  name = "array",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local list = {}
    for i = 1, 1e9 do list[i] = i end --! memory
  end,
}
