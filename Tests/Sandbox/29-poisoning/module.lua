-- The functions of the host are replaced.
-- then: innocent.lua
-- result: "poisoned"
return {
  name = "module",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    for name in pairs(ibid) do ibid[name] = error end
    ibid.json = { encode = error }
    return "poisoned"
  end,
}
