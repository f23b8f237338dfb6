-- A module that is bytecode.
return {
  name = "required",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return require "compiled" --! error
  end,
}
