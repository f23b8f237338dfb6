-- Out of memory inside `__close`.
-- limit: memory=24M,cpu=10s
local function hoard()
  local all = {}
  while true do all[#all + 1] = ("x"):rep(1000) .. #all end --! memory
end

return {
  name = "close",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local _ <close> = setmetatable({}, { __close = hoard })
    hoard()
  end,
}
