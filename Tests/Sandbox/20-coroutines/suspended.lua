-- A million coroutines that wait.
-- limit: memory=24M,cpu=10s
return {
  name = "suspended",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local all = {}
    for i = 1, 1e6 do --! memory
      all[i] = coroutine.wrap(coroutine.yield) --! memory
      all[i]() --! memory
    end
  end,
}
