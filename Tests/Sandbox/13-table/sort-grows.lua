-- A comparison that empties the table while it is sorted.
return {
  name = "sort-grows",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local numbers = {}
    for i = 1, 1000 do numbers[i] = -i end
    while true do --! timeout
      pcall(table.sort, numbers, function(a, b) numbers[#numbers] = nil return a < b end) --! timeout
    end
  end,
}
