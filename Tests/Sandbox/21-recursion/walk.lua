-- Recursion through a callback of the host's.
return {
  name = "walk",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function deeper() article:walk(deeper) end --! error
    deeper()
  end,
}
