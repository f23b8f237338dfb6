-- A page with both languages of a glossary side by side.

local mentions = require "mentions"
local xml = require "xml"

local style = [[
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 1.05em/1.5 Georgia, serif; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #999; padding: 0.3rem 0.6rem; text-align: start; }
.conflict { background: #fdecea; }]]

-- A page with a line for each pair; pairs that contradict each other are marked.
return function(article, result)
  local contradicts = {}
  for _, conflict in ipairs(result.conflicts) do
    for _, target in ipairs(conflict.targets) do
      contradicts[conflict.kind .. "\0" .. conflict.source .. "\0" .. target] = true
    end
  end
  local rows = {}
  local function cell(text, language)
    return ('<td lang="%s" dir="auto">%s</td>'):format(language, xml.escaped(text))
  end
  for number, term in ipairs(result.terms) do
    local is_marked = contradicts[term.kind .. "\0" .. term.source .. "\0" .. term.target]
    rows[number] = ("<tr%s>%s%s<td>%s</td><td>%d</td><td>%s</td></tr>"):format(
      is_marked and ' class="conflict"' or "", cell(term.source, term.source_language),
      cell(term.target, term.target_language), term.kind, term.count,
      xml.escaped((mentions(term):gsub("^lines? ", ""))))
  end
  for _, candidate in ipairs(result.candidates or {}) do
    rows[#rows + 1] = ("<tr>%s<td></td><td>candidate</td><td>%d</td><td>%s</td></tr>"):format(
      cell(candidate.source, candidate.source_language), candidate.count,
      xml.escaped((mentions(candidate):gsub("^lines? ", ""))))
  end
  local title = xml.escaped("Glossary of " .. (article.title or article.path))
  return table.concat({
    "<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>" .. title .. "</title>", "<style>\n" .. style .. "\n</style>", "</head>", "<body>",
    "<h1>" .. title .. "</h1>", "<table>",
    '<thead><tr><th scope="col">Term</th><th scope="col">Meaning</th><th scope="col">Kind</th>'
      .. '<th scope="col">Times</th><th scope="col">Places</th></tr></thead>',
    "<tbody>", table.concat(rows, "\n"), "</tbody>", "</table>", "</body>", "</html>", "",
  }, "\n")
end
