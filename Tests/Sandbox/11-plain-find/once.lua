-- A plain find of four megabytes in eight: linear here.
-- limit: memory=128M,cpu=1s
-- result: true
return {
  name = "once",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return (("a"):rep(8000000)):find(("a"):rep(4000000) .. "b", 1, true) == nil
  end,
}
