-- Three hundred local variables.
return {
  name = "locals",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local source = ""
    for i = 1, 300 do source = source .. "local a" .. i .. " " end
    return assert(load(source)) --! error
  end,
}
