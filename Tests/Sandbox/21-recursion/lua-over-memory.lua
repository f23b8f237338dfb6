-- Recursion in Lua, up to the memory.
-- limit: memory=8M,cpu=10s
return {
  name = "lua-over-memory",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function deeper() return deeper() + 1 end --! memory
    return deeper()
  end,
}
