-- Reads the concepts of TBX and TMX.

local xml_tags = require "xml_tags"

local term_xml = {}

local entities = { amp = "&", lt = "<", gt = ">", quot = '"', apos = "'" }

local function character(code)
  return code and code <= 0x10FFFF and (code < 0xD800 or code > 0xDFFF) and utf8.char(code) or ""
end

-- Text of XML as it reads.
local function plain(text)
  if not text:find("&", 1, true) then return text end
  return (text:gsub("&(#?)([xX]?)(%w+);", function(hash, hex, name)
    if hash == "" then return entities[hex .. name] end
    return character(tonumber(name, hex == "" and 10 or 16))
  end))
end

-- The value of an attribute.
local function attribute(attributes, name)
  -- The quote that most files have, without a pattern.
  local start = name .. '="'
  local first, last = attributes:find(start, 1, true)
  if first and attributes:find("^%s", first - 1) then
    return plain(attributes:match('^[^"]*', last + 1))
  end
  for quote in ("\"'"):gmatch "." do
    local pattern = "%f[%w:]" .. name .. "%s*=%s*" .. quote .. "([^" .. quote .. "]*)"
    local value = attributes:match(pattern)
    if value then return plain(value) end
  end
  return nil
end

-- Types of terms that stand beside a full form.
local short_types = {
  abbreviation = true, acronym = true, initialism = true, shortForm = true, symbol = true,
  clippedTerm = true,
}

-- Elements that begin a concept, a language, a term's section; names of TBX 2, TBX 3 and TMX.
local concepts = { conceptEntry = true, termEntry = true, tu = true }
local languages = { langSec = true, langSet = true, tuv = true }
local sections = { termSec = true, tig = true, ntig = true, tuv = true }
local texts = { term = true, seg = true }
-- Inline elements of TMX whose content is code of a document.
local codes = { bpt = true, ept = true, ph = true, it = true, ut = true }
local roots = { tbx = "tbx", martif = "tbx", TBX = "tbx", tmx = "tmx" }

-- What a note on a term says, where it is a status or a type.
local function note(fields, name, kind, text)
  if name == "administrativeStatus" or name == "normativeAuthorization"
    or kind == "administrativeStatus" or kind == "normativeAuthorization" then
    fields.status = text
  elseif name == "termType" or kind == "termType" then
    fields.is_short = short_types[text] or nil
  end
end

-- Elements whose text says something of a term.
local said = {
  term = true, seg = true, termNote = true, administrativeStatus = true,
  normativeAuthorization = true, termType = true,
}

-- All of these; other elements only have to be closed.
local is_of_interest = {}
for _, set in ipairs { concepts, languages, sections, said } do
  for name in pairs(set) do is_of_interest[name] = true end
end

local reader = {}
reader.__index = reader

-- What a tag inside the text of a term or a note means for that; `before` is the text before it.
function reader:continue(name, kind, before)
  if self.depth == 0 then self.parts[#self.parts + 1] = before end
  if kind == "end" and name == self.said then
    local content = plain(table.concat(self.parts))
    if texts[name] then self.term = content else note(self.fields, name, self.kind, content) end
    self.said = nil
  elseif codes[name] and kind ~= "empty" then
    self.depth = math.max(0, self.depth + (kind == "end" and -1 or 1))
  end
end

function reader:leave(name)
  if sections[name] then
    if self.concept and self.term then
      self.found.term(self.concept, self.term, self.fields)
    end
    self.term = nil
  end
  if concepts[name] then self.concept = nil end
end

function reader:enter(name, kind, attributes)
  if concepts[name] then self.concept, self.language = self.found.concept(), nil end
  if languages[name] then
    self.language = attribute(attributes, "xml:lang") or attribute(attributes, "lang")
  end
  if sections[name] then self.term, self.fields = nil, { language = self.language } end
  if self.fields and kind == "start" and said[name] then
    self.said, self.kind = name, attributes ~= "" and attribute(attributes, "type") or nil
    self.depth, self.parts = 0, {}
  end
end

-- Calls `found.concept()` for each concept, and `found.term(concept, text, fields)` with what it
-- gave for each of its terms; `fields` are `language`, `status` and `is_short`. Returns `tbx` or
-- `tmx`, or nil for other XML. Raises an error with the line where the XML is cut off or has tags
-- that do not fit.
function term_xml.read(text, found)
  text = xml_tags.only_elements(text)
  local root, from
  local self = setmetatable({ found = found, depth = 0 }, reader)
  for name, kind, attributes, first, after in xml_tags.of(text) do
    if not root then
      root = roots[name]
      if not root then return nil end
    end
    if self.said then
      self:continue(name, kind, text:sub(from, first - 1))
    elseif is_of_interest[name] then
      if kind == "end" then self:leave(name) else self:enter(name, kind, attributes) end
    end
    from = after
  end
  return root
end

return term_xml
