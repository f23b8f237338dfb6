-- `__tostring` that raises.
-- message: (error object whose __tostring raised an error)
return {
  name = "tostring-raises",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error(setmetatable({}, { __tostring = function() error "x" end })) --! error
  end,
}
