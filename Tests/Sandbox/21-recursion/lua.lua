-- Recursion in Lua, up to Lua's own limit.
-- limit: memory=256M,cpu=10s
return {
  name = "lua",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function deeper() return deeper() + 1 end --! error
    return deeper()
  end,
}
