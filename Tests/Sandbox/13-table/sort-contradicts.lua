-- A comparison that contradicts itself.
return {
  name = "sort-contradicts",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local numbers = {}
    for i = 1, 10000 do numbers[i] = i end
    while true do table.sort(numbers, function() return true end) end --! timeout
  end,
}
