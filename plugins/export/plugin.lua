-- Writes an article in another format.

local file_name = require "file_name"
local html = require "html"
local tables = require "tables"

-- What each format is written by, and the ending of its files. `several` writes a list of files,
-- one for each table or poll; `binary` cannot be shown as text.
local formats = {
  markdown = { write = require "markdown", ending = ".md" },
  html = { write = html.page, ending = ".html" },
  json = { write = require("model").json, ending = ".json" },
  text = { write = require "text", ending = ".txt" },
  pandoc = { write = require "pandoc", ending = ".pandoc.json" },
  jats = { write = require "jats", ending = ".jats.xml" },
  tei = { write = require "tei", ending = ".tei.xml" },
  epub = { write = require "epub", ending = ".epub", binary = true },
  -- The modules that read references are loaded where they are asked for: they take 5 ms.
  csl = { write = function(article) return require "csl" (article) end, ending = ".csl.json" },
  bibtex = { write = function(article) return require "bibtex" (article) end, ending = ".bib" },
  csv = { several = tables.csv },
  svg = { several = require "chart" },
}

-- One file below the output folder where the run has one, else the text itself.
local function write_one(article, options, format)
  local text = format.write(article, options)
  if ibid.can_write() then
    local name = file_name(article.path, format.ending)
    ibid.write_file(name, text)
    return { format = options.format, file = name, text = name }
  end
  if format.binary then
    return {
      format = options.format, bytes = #text,
      text = ("%d bytes; with an output folder (-o) they are written to a file"):format(#text),
    }
  end
  return { format = options.format, text = text }
end

-- A file for each part.
local function write_several(article, options, format)
  local names, texts = ibid.list {}, {}
  for index, part in ipairs(format.several(article)) do
    local name = file_name(article.path, part[1])
    names[index], texts[index] = name, part[2]
    if ibid.can_write() then ibid.write_file(name, part[2]) end
  end
  local text = table.concat(ibid.can_write() and names or texts, "\n")
  if #names == 0 then text = "no tables or polls" end
  return { format = options.format, parts = names, text = text }
end

return {
  name = "export", version = "1.0.0", since = "0.1",
  summary = "The article in another format: Markdown, HTML, JATS, TEI, EPUB, JSON and more.",
  categories = { "conversion" },
  options = {
    format = {
      type = "string", default = "markdown",
      choices = {
        "markdown", "html", "text", "json", "pandoc", "jats", "tei", "epub", "csl", "bibtex", "csv",
        "svg",
      },
      doc = "GitHub Flavored Markdown with footnotes; a page of HTML; plain text; the model as "
        .. "JSON; pandoc's JSON; JATS 1.2; TEI P5; EPUB 3; the works that the notes cite as "
        .. "CSL-JSON or BibTeX; each table and poll as CSV; each poll as a chart in SVG",
    },
    pandoc = {
      type = "string", default = "3", choices = { "2", "3" },
      doc = "the major version of pandoc that is to read its JSON",
    },
  },
  writes = true,

  article = function(article, options)
    local format = formats[options.format]
    return (format.several and write_several or write_one)(article, options, format)
  end,
}
