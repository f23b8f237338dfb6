-- New keys in a table that is iterated: never without end, never a crash.
-- result: true
return {
  name = "new-keys",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local map, turns = { a = 1 }, 0
    local ok = pcall(function()
      for key in pairs(map) do
        turns = turns + 1
        map[key .. "x"] = 1
        if turns > 100000 then error "without end" end
      end
    end)
    return turns <= 100000 or not ok
  end,
}
