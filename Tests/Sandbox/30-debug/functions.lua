-- What is left of `debug`.
-- result: ["traceback"]
return {
  name = "functions",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local names = {}
    for name in pairs(debug) do names[#names + 1] = name end
    return names
  end,
}
