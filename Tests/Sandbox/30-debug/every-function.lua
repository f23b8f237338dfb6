-- Every function that stock Lua has there.
-- result: 0
return {
  name = "every-function",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local found = {}
    for _, name in ipairs {
      "debug", "gethook", "getinfo", "getlocal", "getmetatable", "getregistry", "getupvalue", "getuservalue", "sethook",
      "setlocal", "setmetatable", "setupvalue", "setuservalue", "upvalueid", "upvaluejoin", "setcstacklimit",
    } do found[#found + 1] = debug[name] end
    return #found
  end,
}
