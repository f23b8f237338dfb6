-- Recursion through `__tostring`.
return {
  name = "tostring",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local meta = {}
    meta.__tostring = function(self) return tostring(self) end --! error
    return tostring(setmetatable({}, meta))
  end,
}
