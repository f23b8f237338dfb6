-- Bytecode in pieces.
-- message: attempt to load a binary chunk (mode is 't')
return {
  name = "pieces",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local pieces = { "\27", "Lua", "\x54\0" }
    local at = 0
    return assert(load(function() at = at + 1 return pieces[at] end)) --! error
  end,
}
