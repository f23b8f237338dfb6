-- TBX, the exchange of term bases (ISO 30042): the third edition in its Basic dialect, and the
-- second for programs that know no other.

local terms = require "terms"
local mentions = require "mentions"
local xml = require "xml"

local tbx = {}

-- The terms of a result as concepts: pairs with one source are one. Each is `{note, languages}`,
-- where `languages` are `{language, terms}` in order, the terms `{text, type}`.
local function concepts_of(result)
  local concepts, known = {}, {}
  local function add(concept, language, text, kind)
    local section = concept[language]
    if not section then
      section = { language = language, terms = {}, known = {} }
      concept[language] = section
      concept.languages[#concept.languages + 1] = section
    end
    if section.known[text] then return end
    section.known[text] = true
    section.terms[#section.terms + 1] = { text = text, type = kind }
  end
  for _, term in ipairs(result.terms) do
    local key = term.kind .. "\0" .. terms.key(term.source)
    local concept = known[key]
    if not concept then
      concept = { languages = {}, note = mentions(term) }
      known[key] = concept
      concepts[#concepts + 1] = concept
    end
    local is_acronym = term.kind == "acronym"
    add(concept, term.source_language, term.source, is_acronym and "acronym" or nil)
    add(concept, term.target_language, term.target, is_acronym and "fullForm" or nil)
  end
  for _, candidate in ipairs(result.candidates or {}) do
    local concept = { languages = {}, note = mentions(candidate) }
    add(concept, candidate.source_language, candidate.source, nil)
    concepts[#concepts + 1] = concept
  end
  return concepts
end

-- The body: an entry for each concept, under the names that an edition has for its parts.
local function body_of(article, result, names)
  local lines = {}
  for number, concept in ipairs(concepts_of(result)) do
    local note = result.path and article.path .. ", " .. concept.note or concept.note
    lines[#lines + 1] = ('<%s id="c%d">'):format(names.concept, number)
    lines[#lines + 1] = "<note>" .. xml.escaped(note) .. "</note>"
    for _, section in ipairs(concept.languages) do
      local parts = {}
      for index, term in ipairs(section.terms) do
        parts[index] = ("<%s><term>%s</term>%s</%s>"):format(
          names.term, xml.escaped(term.text),
          term.type and '<termNote type="termType">' .. term.type .. "</termNote>" or "",
          names.term)
      end
      lines[#lines + 1] = ('<%s xml:lang="%s">%s</%s>'):format(
        names.language, section.language, table.concat(parts), names.language)
    end
    lines[#lines + 1] = "</" .. names.concept .. ">"
  end
  return table.concat(lines, "\n")
end

-- TBX-Basic of the third edition (2019), in its style of categories as attributes.
function tbx.third(article, result)
  return table.concat({
    '<?xml version="1.0" encoding="UTF-8"?>',
    ('<tbx type="TBX-Basic" style="dca" xml:lang="%s" xmlns="urn:iso:std:iso:30042:ed-2">'):format(
      xml.escaped(article.language or "und")),
    "<tbxHeader><fileDesc><sourceDesc><p>" .. xml.escaped("Terms of " .. article.path)
      .. "</p></sourceDesc></fileDesc></tbxHeader>",
    "<text><body>",
    body_of(article, result, {
      concept = "conceptEntry", language = "langSec", term = "termSec",
    }),
    "</body></text>", "</tbx>", "",
  }, "\n")
end

-- The second edition (2008), whose root is `martif`.
function tbx.second(article, result)
  return table.concat({
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">',
    ('<martif type="TBX-Basic" xml:lang="%s">'):format(xml.escaped(article.language or "und")),
    "<martifHeader><fileDesc><sourceDesc><p>" .. xml.escaped("Terms of " .. article.path)
      .. "</p></sourceDesc></fileDesc><encodingDesc>"
      .. '<p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>',
    "<text><body>",
    body_of(article, result, {
      concept = "termEntry", language = "langSet", term = "tig",
    }),
    "</body></text>", "</martif>", "",
  }, "\n")
end

return tbx
