-- Numbers at the edge: −0, 2⁶³, the least and the greatest integer.
return {
  name = "numbers",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return { -0.0, 2 ^ 63, math.mininteger, math.maxinteger, 2 ^ 53, 0.1 }
  end,
}
