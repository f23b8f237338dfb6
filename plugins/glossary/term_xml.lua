-- Reads the concepts of TBX and TMX, tag by tag.

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

local function escaped(text) return (text:gsub("&", "&amp;"):gsub("<", "&lt;")) end

-- The value of an attribute.
local function attribute(attributes, name)
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

-- Calls `found.concept()` for each concept, and `found.term(concept, text, fields)` with what it
-- gave for each of its terms; `fields` are `language`, `status` and `is_short`. Returns `tbx` or
-- `tmx`, or nil for other XML.
function term_xml.read(text, found)
  text = text:gsub("<!%-%-.-%-%->", ""):gsub("<!%[CDATA%[(.-)%]%]>", escaped)
  local root, concept, language, fields, term
  local open, kind, from, depth = nil, nil, 1, 0
  local parts = {}
  local function finish()
    if concept and term then found.term(concept, term, fields) end
    term = nil
  end
  local tag = "()<(/?)([%w:_%.%-]+)([^<>]*)>()"
  for before, slash, name, attributes, after in text:gmatch(tag) do
    local is_empty = attributes:sub(-1) == "/"
    name = name:match "[^:]+$"
    if not root then
      root = roots[name]
      if not root then return nil end
    end
    if open then
      -- Inside the text of a term or a note.
      if depth == 0 then parts[#parts + 1] = text:sub(from, before - 1) end
      if slash == "/" and name == open then
        local content = plain(table.concat(parts))
        if texts[open] then term = content else note(fields, open, kind, content) end
        open = nil
      elseif codes[name] and not is_empty then
        depth = math.max(0, depth + (slash == "/" and -1 or 1))
      end
      from = after
    elseif slash == "/" then
      if sections[name] then finish() end
      if concepts[name] then concept = nil end
    else
      if concepts[name] then concept, language = found.concept(), nil end
      if languages[name] then
        language = attribute(attributes, "xml:lang") or attribute(attributes, "lang")
      end
      if sections[name] then term, fields = nil, { language = language } end
      if fields and not is_empty and (texts[name] or name == "termNote"
        or name == "administrativeStatus" or name == "normativeAuthorization"
        or name == "termType") then
        open, kind, from, depth, parts = name, attribute(attributes, "type"), after, 0, {}
      end
    end
  end
  return root
end

return term_xml
