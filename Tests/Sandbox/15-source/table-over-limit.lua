-- The same with less memory.
-- limit: cpu=10s,memory=24M
return {
  name = "table-over-limit",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return #assert(load("return {" .. ("1,"):rep(5000000) .. "}"))() --! memory
  end,
}
