-- The same through `ibid.log`, which shares the limit.
-- message: the plugin printed more than its 100000 bytes
-- limit: print=100000
return {
  name = "log",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do ibid.log(("x"):rep(999)) end --! error
  end,
}
