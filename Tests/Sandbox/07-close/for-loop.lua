-- The closing value of a `for` that is left by an error.
local function spin() while true do end end --! timeout

return {
  name = "for-loop",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    while true do --! timeout
      pcall(function()
        for _ in next, {}, nil, setmetatable({}, { __close = spin }) do end
      end)
    end
  end,
}
