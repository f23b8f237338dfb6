-- Two gigabytes from two lists.
-- limit: cpu=10s
return {
  name = "concat",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local part = ("x"):rep(20000000)
    return #table.concat({ part, part, part, part }, part) --! memory
  end,
}
