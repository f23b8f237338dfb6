-- ZIP archives without compression (APPNOTE.TXT 6.3, method 0): what an EPUB needs.

local zip = {}

-- The tables of CRC-32 (ISO 3309, the polynomial reversed): what a byte becomes with none to three
-- bytes behind it (slicing by four, Kounavis & Berry 2005).
local remainders = { {}, {}, {}, {} }
for byte = 0, 255 do
  local remainder = byte
  for behind = 1, 4 do
    for _ = 1, 8 do
      remainder = remainder & 1 == 1 and remainder >> 1 ~ 0xEDB88320 or remainder >> 1
    end
    remainders[behind][byte] = remainder
  end
end

-- The CRC-32 of a text.
function zip.crc32(text)
  local last, first, second, third = table.unpack(remainders)
  local unpack, crc, whole = string.unpack, 0xFFFFFFFF, #text // 4 * 4
  for at = 1, whole, 4 do
    local four = crc ~ unpack("<I4", text, at)
    crc = third[four & 0xFF] ~ second[four >> 8 & 0xFF] ~ first[four >> 16 & 0xFF]
      ~ last[four >> 24]
  end
  for at = whole + 1, #text do crc = crc >> 8 ~ last[(crc ~ text:byte(at)) & 0xFF] end
  return crc ~ 0xFFFFFFFF
end

-- Names in UTF-8; the time of all files is the first that the format knows, 1 January 1980.
local flags, date = 0x0800, 0x0021

-- An archive of files, a list of `{name, text}` in its order.
function zip.archive(files)
  local parts, directory, offset = {}, {}, 0
  for _, file in ipairs(files) do
    local name, text = file[1], file[2]
    local common = ("<I2I2I2I2I2I4I4I4I2I2"):pack(
      10, flags, 0, 0, date, zip.crc32(text), #text, #text, #name, 0)
    local header = "PK\3\4" .. common .. name
    parts[#parts + 1], parts[#parts + 2] = header, text
    directory[#directory + 1] = "PK\1\2" .. ("<I2"):pack(0x031E) .. common
      .. ("<I2I2I2I4I4"):pack(0, 0, 0, 0x81A40000, offset) .. name
    offset = offset + #header + #text
  end
  local central = table.concat(directory)
  parts[#parts + 1] = central
  parts[#parts + 1] = "PK\5\6" .. ("<I2I2I2I2I4I4I2"):pack(
    0, 0, #files, #files, #central, offset, 0)
  return table.concat(parts)
end

return zip
