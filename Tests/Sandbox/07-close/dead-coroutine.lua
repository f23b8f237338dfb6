-- A `__close` of a coroutine that died.
local function spin() while true do end end --! timeout

return {
  name = "dead-coroutine",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local dying = coroutine.wrap(function()
      local _ <close> = setmetatable({}, { __close = spin })
      error "dead"
    end)
    pcall(dying)
  end,
}
