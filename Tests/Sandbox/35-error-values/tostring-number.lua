-- `__tostring` that returns a number.
-- message: (error object is a table value)
return {
  name = "tostring-number",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error(setmetatable({}, { __tostring = function() return 1 end })) --! error
  end,
}
