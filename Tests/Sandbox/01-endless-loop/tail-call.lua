-- A tail call that never ends.
return {
  name = "tail-call",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function again() return again() end --! timeout
    return again()
  end,
}
