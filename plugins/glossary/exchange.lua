-- The formats that glossaries are exchanged in, by their names as options: each a function of the
-- article (for a corpus of `path` alone) and the result. A run loads the one that it writes.

return {
  csv = function(_, result) return require "report".csv(result) end,
  html = function(...) return require "page"(...) end,
  tbx = function(...) return require "tbx".third(...) end,
  tbx2 = function(...) return require "tbx".second(...) end,
  tmx = function(...) return require "tmx"(...) end,
}
