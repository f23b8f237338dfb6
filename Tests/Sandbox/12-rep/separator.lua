-- A separator that makes the gigabyte.
return {
  name = "separator",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do pcall(string.rep, "", 1000, ("x"):rep(1000000)) end --! memory
  end,
}
