-- A map that grows.
-- limit: memory=24M,cpu=10s
return {
  name = "hash",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local map = {}
    for i = 1, 1e9 do map[i + 0.5] = i end --! memory
  end,
}
