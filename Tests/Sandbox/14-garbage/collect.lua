-- A garbage-collection loop: the option is not there.
-- message: bad argument #1 to 'collectgarbage' (option 'collect' is not available)
return {
  name = "collect",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    collectgarbage() --! error
  end,
}
