-- Functions of the libraries are replaced.
-- then: innocent.lua
-- result: "poisoned"
return {
  name = "libraries",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    string.rep, table.insert, math.random = nil, error, function() return 4 end
    rawset(_G, "print", nil)
    getmetatable, pairs, tostring = nil, error, error
    return "poisoned"
  end,
}
