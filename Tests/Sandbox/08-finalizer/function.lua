-- A finalizer that would spin, also when the state is closed.
-- message: bad argument #2 to 'setmetatable' (__gc is not available)
local function spin() while true do end end

return {
  name = "function",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    setmetatable({}, { __gc = spin }) --! error
  end,
}
