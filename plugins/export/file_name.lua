-- Names a file after an article, so that two articles never share one.

-- What some file system forbids; `%` itself, so that an escape is never mistaken for another name.
local forbidden = '[%c<>:"|%?%*\\%%]'

local function escaped(character) return ("%%%02X"):format(character:byte()) end

-- The path of an article below the output folder, with an ending: `corpus/a.txt` →
-- `corpus/a.txt.html`. The article's own ending stays, because `a.txt` and `a.md` are two articles.
return function(path, ending)
  local parts = {}
  for part in path:gmatch "[^/]+" do
    if part == ".." then part = "%2E%2E" else part = part:gsub(forbidden, escaped) end
    -- No file system takes more than 255 bytes; the digits tell long names apart.
    if #part > 200 then
      local sum = 0
      for index = 1, #part do sum = (sum * 31 + part:byte(index)) % 0x100000000 end
      part = part:sub(1, utf8.offset(part, 0, 180) - 1) .. ("~%08x"):format(sum)
    end
    if part ~= "." then parts[#parts + 1] = part end
  end
  if #parts == 0 then parts[1] = "article" end
  return table.concat(parts, "/") .. ending
end
