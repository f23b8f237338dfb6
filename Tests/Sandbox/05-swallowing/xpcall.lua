-- `xpcall` whose handler goes on.
local function spin() while true do end end --! timeout

return {
  name = "xpcall",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do xpcall(spin, function() return pcall(spin) end) end --! timeout
  end,
}
