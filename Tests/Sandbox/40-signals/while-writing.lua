-- A signal arrives while the plugin is at work: what was finished is on disk.
return {
  name = "while-writing",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do end --! timeout
  end,
}
