-- Coroutines inside coroutines.
return {
  name = "coroutines",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function deeper() coroutine.wrap(deeper)() end --! error
    deeper()
  end,
}
