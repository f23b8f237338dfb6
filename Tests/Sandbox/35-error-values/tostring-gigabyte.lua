-- `__tostring` that returns a gigabyte.
return {
  name = "tostring-gigabyte",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error(setmetatable({}, { __tostring = function() return ("x"):rep(1 << 30) end })) --! memory
  end,
}
