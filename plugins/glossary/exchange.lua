-- A glossary in the formats that term bases and translation memories exchange.

local report = require "report"

local exchange = {}

local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }

-- Text for XML 1.0, which has no way to write most control characters.
local function escaped(text)
  return (text:gsub('[&<>"]', entities):gsub("[%z\1-\8\11\12\14-\31]", ""))
end

-- --- languages

-- The usual language of a script; the article's own where that is written in it.
local of_script = {
  Arabic = "ar", Armenian = "hy", Cyrillic = "ru", Devanagari = "hi", Georgian = "ka", Greek = "el",
  Han = "zh", Hangul = "ko", Hebrew = "he", Japanese = "ja", Thai = "th",
}
local scripts = {
  ar = "Arabic", bg = "Cyrillic", el = "Greek", fa = "Arabic", he = "Hebrew", hi = "Devanagari",
  ja = "Han", ko = "Hangul", ru = "Cyrillic", th = "Thai", uk = "Cyrillic", ur = "Arabic",
  zh = "Han",
}

-- Tells for a script which language an article has in it.
local function languages_of(article)
  local own, has_kana = article.language, article.text:find "\xE3[\x81-\x83]" ~= nil
  return function(script)
    if script == "Latin" or not script then
      -- What translates the terms of an article in another script is nearly always English.
      return own and not scripts[own] and own or "en"
    end
    if own and scripts[own] == script then return own end
    -- Kana anywhere mean that the Chinese characters are Japanese as well.
    if script == "Han" and has_kana then return "ja" end
    return of_script[script] or "und"
  end
end

local function places_of(term)
  return (#term.places == 1 and "line " or "lines ") .. table.concat(term.places, ", ")
end

-- --- TBX

local function term_section(term, kind)
  local note = kind and '<termNote type="termType">' .. kind .. "</termNote>" or ""
  return "<termSec><term>" .. escaped(term) .. "</term>" .. note .. "</termSec>"
end

local function language_section(language, sections)
  return ('<langSec xml:lang="%s">%s</langSec>'):format(language, sections)
end

-- TBX-Basic, the third edition of ISO 30042 (2019), in its style of categories as attributes.
function exchange.tbx(article, result)
  local language_of = languages_of(article)
  local entries = {}
  for number, term in ipairs(result.terms) do
    local sections
    if term.kind == "acronym" then
      sections = language_section(language_of(term.target_script),
        term_section(term.source, "acronym") .. term_section(term.target, "fullForm"))
    else
      sections = language_section(language_of(term.source_script), term_section(term.source))
        .. "\n" .. language_section(language_of(term.target_script), term_section(term.target))
    end
    entries[number] = ('<conceptEntry id="c%d">\n<note>%s</note>\n%s\n</conceptEntry>'):format(
      number, escaped(article.path .. ", " .. places_of(term)), sections)
  end
  return table.concat({
    '<?xml version="1.0" encoding="UTF-8"?>',
    ('<tbx type="TBX-Basic" style="dca" xml:lang="%s" xmlns="urn:iso:std:iso:30042:ed-2">'):format(
      escaped(article.language or "und")),
    "<tbxHeader><fileDesc><sourceDesc><p>" .. escaped("Terms of " .. article.path)
      .. "</p></sourceDesc></fileDesc></tbxHeader>",
    "<text><body>", table.concat(entries, "\n"), "</body></text>", "</tbx>", "",
  }, "\n")
end

-- --- TMX

-- TMX 1.4b (LISA 2005): the translations; acronyms are none.
function exchange.tmx(article, result)
  local language_of = languages_of(article)
  local units = {}
  local function variant(text, script)
    return ('<tuv xml:lang="%s"><seg>%s</seg></tuv>'):format(language_of(script), escaped(text))
  end
  for _, term in ipairs(result.terms) do
    if term.kind == "translation" then
      units[#units + 1] = ('<tu tuid="%d"><note>%s</note>%s%s</tu>'):format(
        #units + 1, escaped(places_of(term)), variant(term.source, term.source_script),
        variant(term.target, term.target_script))
    end
  end
  return table.concat({
    '<?xml version="1.0" encoding="UTF-8"?>', '<tmx version="1.4">',
    '<header creationtool="ibid" creationtoolversion="0.1" segtype="phrase" o-tmf="ibid" '
      .. 'adminlang="en" srclang="*all*" datatype="plaintext"/>',
    "<body>", table.concat(units, "\n"), "</body>", "</tmx>", "",
  }, "\n")
end

-- --- HTML

local style = [[
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 1.05em/1.5 Georgia, serif; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #999; padding: 0.3rem 0.6rem; text-align: start; }
.conflict { background: #fdecea; }]]

-- A page with a line for each pair; pairs that contradict each other are marked.
function exchange.html(article, result)
  local language_of = languages_of(article)
  local contradicts = {}
  for _, conflict in ipairs(result.conflicts) do
    for _, target in ipairs(conflict.targets) do
      contradicts[conflict.kind .. "\0" .. conflict.source .. "\0" .. target] = true
    end
  end
  local rows = {}
  local function cell(text, script)
    return ('<td lang="%s">%s</td>'):format(language_of(script), escaped(text))
  end
  for number, term in ipairs(result.terms) do
    local is_marked = contradicts[term.kind .. "\0" .. term.source .. "\0" .. term.target]
    rows[number] = ("<tr%s>%s%s<td>%s</td><td>%d</td><td>%s</td></tr>"):format(
      is_marked and ' class="conflict"' or "", cell(term.source, term.source_script),
      cell(term.target, term.target_script), term.kind, term.count,
      escaped(table.concat(term.places, ", ")))
  end
  local title = escaped("Glossary of " .. (article.title or article.path))
  return table.concat({
    "<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>" .. title .. "</title>", "<style>\n" .. style .. "\n</style>", "</head>", "<body>",
    "<h1>" .. title .. "</h1>", "<table>",
    '<thead><tr><th scope="col">Term</th><th scope="col">Meaning</th><th scope="col">Kind</th>'
      .. '<th scope="col">Times</th><th scope="col">Lines</th></tr></thead>',
    "<tbody>", table.concat(rows, "\n"), "</tbody>", "</table>", "</body>", "</html>", "",
  }, "\n")
end

function exchange.csv(_, result) return report.csv(result) end

return exchange
