-- Methods with a self that is another handle, a table or nothing.
-- result: 6
return {
  name = "wrong-self",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    local paragraph, list = article.paragraphs[1], article.paragraphs
    local calls = {
      { article.count, paragraph, "words" }, { article.walk, list, print }, { list.map, article, print },
      { paragraph.count, article, "words" }, { article.find, setmetatable({}, { __index = article }), "a" },
      { article.report, nil, {} },
    }
    local refused = 0
    for _, call in ipairs(calls) do
      if not pcall(table.unpack(call, 1, 3)) then refused = refused + 1 end
    end
    return refused
  end,
}
