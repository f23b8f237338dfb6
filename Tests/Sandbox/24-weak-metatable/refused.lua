-- A weak table cannot be a metatable.
-- message: bad argument #2 to 'setmetatable' (a weak table cannot be a metatable)
return {
  name = "refused",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    setmetatable({}, setmetatable({}, { __mode = "v" })) --! error
  end,
}
