-- The same through `load`, and an environment of the plugin's own.
-- result: true
return {
  name = "loaded",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    assert(not load "end return os do local _ =")
    assert(not load "return 1) or (2")
    return load("return 1 --[[", "=name") == nil
  end,
}
