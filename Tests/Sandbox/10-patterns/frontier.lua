-- `%f` on ten megabytes, without end.
-- limit: memory=128M
return {
  name = "frontier",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local text = ("a"):rep(10000000)
    while true do text:find "%f[b]" end --! timeout
  end,
}
