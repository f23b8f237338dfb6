-- An iterator of `gmatch` called again after its error: stock Lua crashes.
-- message: pattern too complex
return {
  name = "iterator",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local next_match = ("a"):rep(300):gmatch(("a?"):rep(250))
    for _ = 1, 10 do pcall(next_match) end
    return next_match() --! error
  end,
}
