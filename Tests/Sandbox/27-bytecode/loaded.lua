-- Bytecode through `load`.
-- message: attempt to load a binary chunk (mode is 't')
return {
  name = "loaded",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return assert(load "\27Lua") --! error
  end,
}
