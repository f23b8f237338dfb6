-- A table of its nodes may be changed while it is iterated.
-- result: [0,2]
return {
  name = "table",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local nodes = article.blocks:totable()
    for index in pairs(nodes) do nodes[index] = nil end
    return { #nodes, #article.blocks }
  end,
}
