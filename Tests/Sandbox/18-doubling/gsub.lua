-- A text that `gsub` makes long.
-- limit: memory=24M,cpu=10s
return {
  name = "gsub",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local all = {}
    while true do all[#all + 1] = ("x"):gsub("x", ("y"):rep(100000)) .. #all end --! memory
  end,
}
