-- Out of memory inside a coroutine.
-- limit: memory=24M,cpu=10s
local function hoard()
  local all = {}
  while true do all[#all + 1] = ("x"):rep(1000) .. #all end --! memory
end

return {
  name = "coroutine",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do pcall(coroutine.wrap(hoard)) end --! memory
  end,
}
