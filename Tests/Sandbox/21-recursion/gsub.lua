-- Recursion through the callback of `gsub`.
return {
  name = "gsub",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function deeper(text) return text:gsub(".", deeper) end --! error
    return (deeper "x")
  end,
}
