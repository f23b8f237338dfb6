-- The metatable of a handle is its name.
-- result: ["article","collection",false,"bad argument #1 to 'setmetatable' (table expected, got article)"]
return {
  name = "metatable",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return { getmetatable(article), getmetatable(article.paragraphs), pcall(setmetatable, article, {}) }
  end,
}
