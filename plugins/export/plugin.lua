-- Writes an article in another format.

local file_name = require "file_name"

-- What each format is written by, and the ending of its files.
local formats = {
  markdown = { write = require "markdown", ending = ".md" },
  html = { write = require "html", ending = ".html" },
  json = { write = require("model").json, ending = ".json" },
  text = { write = require "text", ending = ".txt" },
}

return {
  name = "export", version = "1.0.0", since = "0.1",
  summary = "The article as Markdown, HTML, JSON or plain text.",
  categories = { "conversion" },
  options = {
    format = {
      type = "string", default = "markdown", choices = { "markdown", "html", "json", "text" },
      doc = "GitHub Flavored Markdown with footnotes, a page of HTML, the model as JSON, or text",
    },
  },
  writes = true,

  -- A file below the output folder where the run has one, else the text itself.
  article = function(article, options)
    local format = formats[options.format]
    local text = format.write(article)
    if not ibid.can_write() then return { format = options.format, text = text } end
    local name = file_name(article.path, format.ending)
    ibid.write_file(name, text)
    return { format = options.format, file = name, text = name }
  end,
}
