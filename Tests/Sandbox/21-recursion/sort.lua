-- Recursion through the comparison of `sort`.
return {
  name = "sort",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function deeper() table.sort({ 2, 1 }, deeper) end --! error
    deeper()
  end,
}
