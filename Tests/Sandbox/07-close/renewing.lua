-- A `__close` that starts over each time that it is closed.
local function spin() while true do end end --! timeout

return {
  name = "renewing",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function leave()
      local _ <close> = setmetatable({}, { __close = function() pcall(leave) spin() end })
      error "closed"
    end
    while true do pcall(leave) end --! timeout
  end,
}
