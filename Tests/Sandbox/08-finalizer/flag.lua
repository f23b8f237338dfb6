-- A finalizer that is only a flag at first.
-- message: bad argument #2 to 'setmetatable' (__gc is not available)
return {
  name = "flag",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    setmetatable({}, { __gc = true }) --! error
  end,
}
