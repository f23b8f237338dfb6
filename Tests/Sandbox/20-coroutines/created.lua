-- A million coroutines.
-- limit: memory=24M,cpu=10s
return {
  name = "created",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local all = {}
    for i = 1, 1e6 do all[i] = coroutine.create(print) end --! memory
  end,
}
