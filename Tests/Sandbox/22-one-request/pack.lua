-- Two gigabytes of padding.
-- limit: cpu=10s,memory=24M
return {
  name = "pack",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return #string.pack("c2000000000", "") --! memory
  end,
}
