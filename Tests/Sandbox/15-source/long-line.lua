-- A line of many megabytes, compiled without end.
return {
  name = "long-line",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local source = "x = " .. ("1 + "):rep(300000) .. "1"
    while true do load(source) end --! timeout
  end,
}
