-- The same without end.
return {
  name = "without-end",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local text, part = ("a"):rep(800000), ("a"):rep(400000) .. "b"
    while true do text:find(part, 1, true) end --! timeout
  end,
}
