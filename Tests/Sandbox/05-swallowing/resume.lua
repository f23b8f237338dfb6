-- `coroutine.resume`, which swallows errors by itself.
local function spin() while true do end end --! timeout

return {
  name = "resume",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do coroutine.resume(coroutine.create(spin)) end --! timeout
  end,
}
