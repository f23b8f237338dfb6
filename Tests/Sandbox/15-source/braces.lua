-- A hundred thousand braces.
-- message: C stack overflow
return {
  name = "braces",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return assert(load("return " .. ("{"):rep(100000))) --! error
  end,
}
