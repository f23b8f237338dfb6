-- Labels, which Lua looks for one by one.
return {
  name = "labels",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local labels = {}
    for i = 1, 20000 do labels[i] = "::a" .. i .. "::" end
    local source = table.concat(labels, " ")
    while true do load(source) end --! timeout
  end,
}
