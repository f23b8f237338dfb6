-- Twenty coroutines that take turns.
return {
  name = "pool",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local pool = {}
    for i = 1, 20 do
      pool[i] = coroutine.wrap(function()
        while true do for _ = 1, 500 do end coroutine.yield() end --! timeout
      end)
    end
    while true do for i = 1, 20 do pool[i]() end end --! timeout
  end,
}
