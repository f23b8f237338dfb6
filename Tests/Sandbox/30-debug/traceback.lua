-- `debug.traceback` shows neither host nor addresses.
return {
  name = "traceback",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local function inner() return debug.traceback "here" end
    return inner()
  end,
}
