-- A gigabyte, caught and asked for again.
return {
  name = "gigabytes",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do pcall(string.rep, "x", 1000000000) end --! memory
  end,
}
