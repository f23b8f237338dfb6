-- Never comes to an end: what a limit is for.
return {
  name = "forever", version = "1.0.0", summary = "Loops for ever.",
  article = function() while true do end end,
}
