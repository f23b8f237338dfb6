-- `gmatch` that finds nothing from any byte.
return {
  name = "gmatch",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    for _ in (("a"):rep(200000)):gmatch ".-b" do end --! timeout
  end,
}
