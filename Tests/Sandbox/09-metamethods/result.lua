-- A result whose metamethods spin: the host looks past them.
-- result: [1,2]
local function spin() while true do end end

return {
  name = "result",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return setmetatable({ 1, 2 }, {
      __index = spin, __len = spin, __pairs = spin, __eq = spin, __lt = spin, __tostring = spin, __call = spin,
    })
  end,
}
