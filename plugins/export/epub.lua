-- EPUB 3.3: one document, its navigation and a style, packed.

local anchors = require "anchors"
local dates = require "dates"
local html = require "html"
local xml = require "xml"
local zip = require "zip"

local escaped, attribute = xml.escaped, xml.attribute

local declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

local container = declaration .. [[
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
]]

-- A name that is the same for the same article and differs for others: four checksums of its
-- source and path in the form of a UUID.
local function identifier(article)
  local sums = {}
  for index = 1, 4 do
    sums[index] = ("%08x"):format(zip.crc32(index .. article.path .. "\n" .. article.source))
  end
  local digits = table.concat(sums)
  -- Version 8 of RFC 9562 is for what a vendor likes.
  return ("urn:uuid:%s-%s-8%s-8%s-%s"):format(digits:sub(1, 8), digits:sub(9, 12),
    digits:sub(14, 16), digits:sub(18, 20), digits:sub(21, 32))
end

-- When the package was changed, which it must say: the article's own day, as no clock is asked.
local function modified(article)
  local day = article.date and dates.is_day(article.date) and article.date or "2000-01-01"
  return day .. "T00:00:00Z"
end

local function package(article, title, language)
  local lines = {}
  local function add(line) lines[#lines + 1] = line end
  add('<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
    .. attribute("xml:lang", language) .. ">")
  add '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
  add('<dc:identifier id="id">' .. identifier(article) .. "</dc:identifier>")
  add("<dc:title>" .. title .. "</dc:title>")
  add("<dc:language>" .. language .. "</dc:language>")
  for _, author in ipairs(article.authors) do
    if author.name then add("<dc:creator>" .. escaped(author.name) .. "</dc:creator>") end
  end
  local is_day = article.date and dates.is_day(article.date)
  if is_day then add("<dc:date>" .. escaped(article.date) .. "</dc:date>") end
  add('<meta property="dcterms:modified">' .. modified(article) .. "</meta>")
  add "</metadata>\n<manifest>"
  add '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
  add '<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>'
  add '<item id="style" href="style.css" media-type="text/css"/>'
  add '</manifest>\n<spine>\n<itemref idref="text"/>\n</spine>\n</package>\n'
  return declaration .. table.concat(lines, "\n")
end

local function page(title, language, head, body)
  return declaration .. '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
    .. 'xmlns:epub="http://www.idpf.org/2007/ops"' .. attribute("lang", language)
    .. attribute("xml:lang", language) .. html.direction(language) .. ">\n<head>\n<title>" .. title
    .. "</title>\n" .. head .. "</head>\n<body>\n" .. body .. "\n</body>\n</html>\n"
end

-- The contents: the title, and each heading under it.
local function navigation(article, title, language)
  local lines = { '<nav epub:type="toc">', "<ol>", '<li><a href="text.xhtml">' .. title .. "</a>" }
  local headings, ids = {}, anchors.of(article).ids
  for _, heading in ipairs(article.headings) do
    -- A heading within a quotation is none of the article.
    if not heading.parent and heading.text ~= "" then
      headings[#headings + 1] = ('<li><a href="text.xhtml%s">%s</a></li>'):format(
        xml.address("#" .. ids[heading.index]), escaped(heading.text))
    end
  end
  if #headings > 0 then
    lines[#lines + 1] = "<ol>\n" .. table.concat(headings, "\n") .. "\n</ol>"
  end
  lines[#lines + 1] = "</li>\n</ol>\n</nav>"
  return page(title, language, "", table.concat(lines, "\n"))
end

-- The article as the bytes of an EPUB.
return function(article)
  local title = escaped((article.title or article.path):gsub("%s+", " "))
  if title == "" then title = "Article" end
  local language = article.language or "und"
  local link = '<link rel="stylesheet" href="style.css"/>\n'
  return zip.archive {
    { "mimetype", "application/epub+zip" },
    { "META-INF/container.xml", container },
    { "EPUB/package.opf", package(article, title, language) },
    { "EPUB/nav.xhtml", navigation(article, title, language) },
    { "EPUB/text.xhtml", page(title, language, link, html.body(article, { xhtml = true })) },
    { "EPUB/style.css", html.style .. "\n" },
  }
end
