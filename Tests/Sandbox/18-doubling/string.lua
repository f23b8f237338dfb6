-- A text that doubles.
-- limit: memory=24M,cpu=10s
return {
  name = "string",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local text = "x"
    while true do text = text .. text end --! memory
  end,
}
