-- A merge that minds the order: what comes out tells in which order results were merged.
return {
  name = "order", version = "1.0.0", summary = "The inputs in the order of their merging.",
  article = function(article) return { inputs = ibid.list { article.path } } end,
  merge = function(a, b)
    local inputs = ibid.list(a.inputs)
    for _, input in ipairs(b.inputs) do inputs[#inputs + 1] = input end
    return { inputs = inputs }
  end,
}
