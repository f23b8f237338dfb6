-- A metatable that lies about what is there.
-- result: {"a":1}
return {
  name = "metatable",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return setmetatable({ a = 1 }, { __index = { b = 2 }, __len = function() return 5 end, __pairs = error })
  end,
}
