local loops = require "loops"

return {
  name = "binding", summary = "Runs a loop over an article.",
  options = {
    loop = { type = "string", default = "level", doc = "which loop" },
    times = { type = "integer", default = 1000, doc = "how often" },
  },
  article = function(article, options) return loops[options.loop](article, options.times) end,
}
