-- The metatable that all strings share.
-- then: innocent.lua
return {
  name = "string-metatable",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    getmetatable("").__index = function() return "poison" end --! error
  end,
}
