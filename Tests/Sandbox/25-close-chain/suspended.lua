-- Twenty thousand suspended coroutines that each close the one before: stock Lua crashes.
-- limit: cpu=5s,memory=256M
return {
  name = "suspended",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local previous
    for _ = 1, 20000 do
      local inner = previous
      previous = coroutine.wrap(function()
        local _ <close> = setmetatable({}, { __close = function() if inner then inner() end end })
        coroutine.yield()
        error "end" --! error
      end)
      previous()
    end
    previous() --! error
  end,
}
