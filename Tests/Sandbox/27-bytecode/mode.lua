-- Bytecode asked for by mode.
-- message: bad argument #3 to 'load' (only text can be loaded)
return {
  name = "mode",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return load("return 1", "x", "b") --! error
  end,
}
