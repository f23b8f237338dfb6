-- Runs after each of the plugins beside it and finds everything in its place.
-- result: ["xx","1","b","[1]",["A","b"],"a,b",true]
return {
  name = "innocent",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local list = { "b" }
    table.insert(list, 1, "a")
    for _, name in pairs { "print", "getmetatable" } do assert(_G[name]) end
    return {
      ("x"):rep(2), tostring(1), list[2], ibid.json.encode { 1 }, ibid.words "A b", table.concat(list, ","),
      math.random() < 1,
    }
  end,
}
