-- A table constructor of ten megabytes.
-- limit: memory=512M,cpu=10s
-- result: 5000000
return {
  name = "table",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return #assert(load("return {" .. ("1,"):rep(5000000) .. "}"))()
  end,
}
