-- A metatable for the globals.
-- then: innocent.lua
-- message: cannot change a protected metatable
return {
  name = "globals",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    setmetatable(_G, {}) --! error
  end,
}
