-- The tags of XML in their order, each closed by its own.

local xml_tags = {}

local function escaped(text) return (text:gsub("&", "&amp;"):gsub("<", "&lt;")) end

-- The line breaks of a text, which keep the lines behind it in their place.
local function only_breaks(text) return (text:gsub("[^\n]+", "")) end

-- Raises an error at the byte `position` of a text.
local function fail(text, position, message)
  local before = text:sub(1, position - 1)
  local _, breaks = before:gsub("\n", "")
  local column = (utf8.len(before:match "[^\n]*$") or 0) + 1
  error(("the term base, line %d, column %d: %s"):format(breaks + 1, column, message), 0)
end

-- Markup that is no element: what it begins with, a pattern of all of it, what it is replaced by,
-- and its name.
local others = {
  { "<!--", "<!%-%-.-%-%->", only_breaks, "a comment" },
  { "<![CDATA[", "<!%[CDATA%[(.-)%]%]>", escaped, "a CDATA section" },
  { "<?", "<%?.-%?>", only_breaks, "a processing instruction" },
  { "<!DOCTYPE", "<!DOCTYPE[^<>%[]*%[.-%]%s*>", only_breaks },
  { "<!DOCTYPE", "<!DOCTYPE[^<>]*>", only_breaks, "a declaration" },
}

-- A text without comments and other markup that is no element, its lines in their places. Raises
-- an error for markup that does not end.
function xml_tags.only_elements(text)
  -- Every file begins with this one; to replace it by its pattern would take as long as all else.
  local declaration = text:match "^%s*<%?xml%s.-%?>"
  if declaration then text = only_breaks(declaration) .. text:sub(#declaration + 1) end
  for _, other in ipairs(others) do
    local opener, pattern, replacement, name = table.unpack(other)
    -- To look for a plain string is much faster, and few files have more than the first line.
    if text:find(opener, 1, true) then text = text:gsub(pattern, replacement) end
    local first = name and text:find(opener, 1, true)
    if first then fail(text, first, name .. " does not end") end
  end
  return text
end

-- Whether a value of an attribute has a `>`, at which its tag was cut.
local function is_cut(attributes)
  -- One attribute, as most tags have that have any.
  if attributes:find "^%s+[%w:_%-]+=\"[^\"]*\"$" then return false end
  local _, double = attributes:gsub('"', "")
  local _, single = attributes:gsub("'", "")
  return double % 2 == 1 or single % 2 == 1
end

-- The attributes of the tag that begins at the byte `first`, and the byte behind it.
local function attributes_of(text, first)
  local from = text:find("[%s>]", first)
  local at = text:find("[\"'<>]", from)
  while at and text:find("^[\"']", at) do
    local close = text:find(text:sub(at, at), at + 1, true)
    at = close and text:find("[\"'<>]", close + 1)
  end
  if not at or text:sub(at, at) == "<" then fail(text, first, "a tag does not end") end
  return text:sub(from, at - 1), at + 1
end

-- Raises an error where a `<` begins no tag.
local function check_all(text)
  local first = text:find "<[^<>]*<" or text:find "<[^%w/:_\x80-\xFF]" or text:find "<[^<>]*$"
  if first then fail(text, first, "a tag does not end") end
end

local name_only = {}
local pattern = "()<(/?)([%w:_%.%-\x80-\xFF]+)([^<>]*)>()"

-- Iterates over the tags of a text without other markup: the name without its prefix, `start`,
-- `end` or `empty`, the attributes, the byte of the tag and the byte behind it. Raises an error
-- with its place for a tag that closes another element than it should, and behind the last tag for
-- an element that is not closed and for a tag that does not end.
function xml_tags.of(text)
  local names, starts, depth = {}, {}, 0
  local next_tag = text:gmatch(pattern)
  local function misfit(name, first)
    fail(text, first, depth == 0 and ("</%s> closes nothing"):format(name)
      or ("</%s> does not close <%s>"):format(name, names[depth]))
  end
  return function()
    local first, slash, name, attributes, after = next_tag()
    if not first then
      check_all(text)
      if depth > 0 then
        fail(text, starts[depth], "<" .. names[depth] .. "> is not closed; is the file cut off?")
      end
      return nil
    end
    local kind = "end"
    if slash == "/" then
      if names[depth] ~= name or depth == 0 then misfit(name, first) end
      depth = depth - 1
    else
      if attributes ~= "" and is_cut(attributes) then
        attributes, after = attributes_of(text, first)
      end
      kind = attributes:byte(-1) == 0x2F and "empty" or "start"
      if kind == "start" then
        depth = depth + 1
        names[depth], starts[depth] = name, first
      end
    end
    local bare = name_only[name]
    if not bare then
      bare = name:match "[^:]+$" or name
      name_only[name] = bare
    end
    return bare, kind, attributes, first, after
  end
end

return xml_tags
