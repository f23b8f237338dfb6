-- Names a file after an article, so that it is one on every file system and two articles never
-- share it.

-- What some file system forbids; `%` itself, so that an escape is never mistaken for another name.
local forbidden = '[%c<>:"|%?%*\\%%]'

local function escaped(character) return ("%%%02X"):format(character:byte()) end

-- Names that Windows takes for devices, whatever their endings and with spaces before those.
local devices = {}
for name in ("con prn aux nul conin$ conout$"):gmatch "%S+" do devices[name] = true end
for number in ("0 1 2 3 4 5 6 7 8 9 ¹ ² ³"):gmatch "%S+" do
  devices["com" .. number], devices["lpt" .. number] = true, true
end

-- Digits that tell texts with the same beginning apart.
local function digest(text)
  local a, b = 0, 5381
  for index = 1, #text do
    local byte = text:byte(index)
    a, b = (a * 31 + byte) % 0x100000000, (b * 33 ~ byte) % 0x100000000
  end
  return ("%08x%08x"):format(a, b)
end

-- The beginning of a text that is too long for a name, with digits that tell it from others.
local function cut(text, whole)
  return text:sub(1, utf8.offset(text, 0, 180) - 1) .. "~" .. digest(whole)
end

-- A part of a path as the name of a file or folder. Of an address it gets digits where it has
-- capitals, or letters that Unicode writes in other ways too: some file systems take `A` for `a`.
local function part_of(text, is_address)
  if text == ".." then return "%2E%2E" end
  local name = text:gsub(forbidden, escaped)
  -- What looks like the end of a name that was cut is none.
  name = name:gsub("~(" .. ("%x"):rep(16) .. ")$", "%%7E%1")
  local stem = name:lower():match("^[^%.]*"):match "^(.-) *$"
  if devices[stem] then name = escaped(name) .. name:sub(2) end
  -- Windows drops these from the end of a name.
  name = name:gsub("[%. ]$", escaped)
  -- No file system takes more than 255 bytes, and an ending is still to come.
  if #name > 200 then return cut(name, name) end
  local has_twins = is_address and ibid.normalise(ibid.fold(text)) ~= text
  return has_twins and name .. "~" .. digest(text) or name
end

-- The path of an article below the output folder, with an ending: `corpus/a.txt` →
-- `corpus/a.txt.html`. The article's own ending stays, because `a.txt` and `a.md` are two articles.
-- Files that differ in case alone are kept apart where they lie, and their names stay as they are.
return function(path, ending)
  local parts = {}
  local is_address = path:find "^%a[%w+.-]*://" ~= nil
  for part in path:gmatch "[^/]+" do
    if part ~= "." then parts[#parts + 1] = part_of(part, is_address) end
  end
  if #parts == 0 then parts[1] = "article" end
  for index = 1, #parts - 1 do
    local folder = parts[index]
    -- A folder is no file of the run: `a.html/b` beside the page of `a`.
    if folder:sub(-#ending):lower() == ending then
      parts[index] = folder:gsub("%.(%w+)$", "%%2E%1")
    end
  end
  -- Sites have pages at `/a` and at `/a/`.
  if path:find "[^/]/$" then parts[#parts] = parts[#parts] .. "%2F" end
  local name = table.concat(parts, "/")
  local last = parts[#parts]
  -- So deep a path is none that other programs can open.
  if #name > 900 then
    name = #last > 180 and cut(last, name) or last .. "~" .. digest(name)
  elseif is_address and path:find "://.*//" then
    -- An address with an empty part is another than that without.
    name = name .. "~" .. digest(path)
  end
  return name .. ending
end
