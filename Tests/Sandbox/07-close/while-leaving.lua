-- A `__close` that spins while the plugin is being stopped.
local function spin() while true do end end --! timeout

return {
  name = "while-leaving",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function leave()
      local _ <close> = setmetatable({}, { __close = spin })
      spin()
    end
    while true do pcall(leave) end --! timeout
  end,
}
