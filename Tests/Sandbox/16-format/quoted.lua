-- `%q` of a huge text, without end.
return {
  name = "quoted",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local zeros = ("\0"):rep(200000)
    while true do ("%q"):format(zeros) end --! timeout
  end,
}
