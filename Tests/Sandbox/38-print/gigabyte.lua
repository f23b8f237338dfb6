-- A gigabyte printed in pieces, caught each time.
-- message: the plugin printed more than its 100000 bytes
-- limit: print=100000
return {
  name = "gigabyte",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local line = ("x"):rep(999)
    while true do pcall(print, line) end --! error
  end,
}
