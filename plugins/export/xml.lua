-- What all formats in XML share: escaping, elements, names.

local xml = {}

local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }

-- Characters that HTML forbids: controls but tabs and ends of lines, and noncharacters. XML 1.0 has
-- no way to write some of them, and advises against the others.
local forbidden = {
  "[%z\1-\8\11\12\14-\31\127]", "\xC2[\x80-\x9F]", "\xEF\xB7[\x90-\xAF]",
  "\xEF\xBF[\xBE\xBF]", "[\xF0-\xF4][\x8F\x9F\xAF\xBF]\xBF[\xBE\xBF]",
}

-- Text as HTML and XML can have it.
function xml.escaped(text)
  text = text:gsub('[&<>"]', entities)
  for _, characters in ipairs(forbidden) do text = text:gsub(characters, "") end
  return text
end

local function in_percent(byte) return ("%%%02X"):format(byte:byte()) end

-- Whether a text may be the name of a host, with whom it is for and a port: `lock.example:8080`,
-- `[::1]`.
local function is_host(text)
  local host = text:match "^(.*):%d*$" or text
  host = host:match "^[^@%[%]]*@(.*)$" or host
  local six = host:match "^%[([%x:%.]+)%]$"
  if six then return six:find ":.*:" ~= nil end
  return not host:find "[%c%s\"<>\\^`{|}%[%]:@]" and host ~= ""
end

-- Whether an address of some scheme that has hosts, or of none, leads anywhere.
local function has_host(scheme, rest)
  local host = rest:match "^//([^/?#]*)"
  if host then return host == "" and scheme and scheme:lower() == "file" or is_host(host) end
  return true
end

-- An address as a URI: what may not stand in one is written in percent signs, letters beyond ASCII
-- only without `keeps_letters`. Nil where it says nothing, such as `https://`, or names no host
-- that can be, such as `http://[::1`.
function xml.address(href, keeps_letters)
  href = href:match "^%s*(.-)%s*$"
  local scheme, rest = href:match "^(%a[%w+.%-]*):(.*)$"
  if href == "" or scheme and not rest:find "[^/]" then return nil end
  if not has_host(scheme, rest or href) then return nil end
  href = href:gsub("[%c%s\"<>\\^`{|}]", in_percent)
  if not keeps_letters then href = href:gsub("[\128-\255]", in_percent) end
  -- A percent sign that begins no escape is one itself.
  href = href:gsub("%%(%X)", "%%25%1"):gsub("%%(%x)(%X)", "%%25%1%2"):gsub("%%(%x?)$", "%%25%1")
  -- `#` begins the fragment, once; brackets stand only around the address of a host in version 6.
  local before, after = href:match "^([^#]*)#(.*)$"
  if after then href = before .. "#" .. after:gsub("#", "%%23") end
  -- A colon in the first part would make that a scheme.
  if not scheme and href:find "^[^/?#]*:" then href = "./" .. href end
  local host, path = href:match "^(%a[%w+.%-]*://[^/?#]*)(.*)$"
  if not host then host, path = "", href end
  return xml.escaped(host .. path:gsub("%[", "%%5B"):gsub("%]", "%%5D"))
end

-- An element around content that is XML already; `attributes` is what stands behind its name.
function xml.element(name, content, attributes)
  local start = attributes and name .. " " .. attributes or name
  return "<" .. start .. ">" .. content .. "</" .. name .. ">"
end

-- `name="value"`, or nothing.
function xml.attribute(name, value)
  return value and (' %s="%s"'):format(name, xml.escaped(tostring(value))) or ""
end

return xml
