-- Out of memory while the host shows the error.
-- limit: memory=24M,cpu=10s
return {
  name = "tostring",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error(setmetatable({}, { __tostring = function() return ("x"):rep(1 << 30) end })) --! memory
  end,
}
