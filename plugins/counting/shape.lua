-- What the figures of an article look like in the columns of a table.

local figures = require "figures"

local terms = { { term = "string", count = "integer" } }

-- The figures of a text with those of `others`.
local function of_text(others)
  local shape = {
    title = "string", types = "integer", hapaxes = "integer", type_token_ratio = "number",
    mtld = "number", reading_minutes = "number", speaking_minutes = "number", flesch = "number",
    readability = { ["*"] = "number" }, terms = terms, phrases = terms,
  }
  for _, name in ipairs(figures.measures) do shape[name] = "integer" end
  for name, inner in pairs(others) do shape[name] = inner end
  return shape
end

local shape = of_text {
  path = "string", language = "string", text = "string", citations_per_footnote = "number",
  index = { ["*"] = "integer" }, sections = { of_text { level = "integer", line = "integer" } },
}
for _, name in ipairs(figures.units) do shape[name] = "integer" end

return shape
