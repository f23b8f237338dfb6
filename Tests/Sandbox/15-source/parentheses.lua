-- Two hundred nested parentheses.
-- message: C stack overflow
return {
  name = "parentheses",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return assert(load("return " .. ("("):rep(200) .. "1" .. (")"):rep(200)))() --! error
  end,
}
