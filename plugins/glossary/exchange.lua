-- The formats that glossaries are exchanged in, by their names as options: each a function of the
-- article (for a corpus of `path` alone) and the result.

local report = require "report"
local tbx = require "tbx"

return {
  csv = function(_, result) return report.csv(result) end,
  html = require "page",
  tbx = tbx.third,
  tbx2 = tbx.second,
  tmx = require "tmx",
}
