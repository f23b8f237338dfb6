-- The names at the head of a reference.

local people = {}

-- `J. A.`, `J.-A.`, `J`
local function is_initials(text)
  return text:find "^%u[%u%.%-%s]*$" ~= nil and #text <= 12
end

-- Splits at commas, semicolons, `&`, `and`, `und`, `et`, `y`.
local function pieces_of(text)
  text = text:gsub("%s+&%s+", ", "):gsub(",?%s+and%s+", ", "):gsub("%s+und%s+", ", ")
  text = text:gsub("%s+et%s+", ", "):gsub("%s*;%s*", ", ")
  local pieces = {}
  for piece in text:gmatch "[^,]+" do
    piece = piece:gsub("^%s+", ""):gsub("%s+$", "")
    if piece ~= "" then pieces[#pieces + 1] = piece end
  end
  return pieces
end

-- `A. Tissandier` → family and given name; nil for what begins with no initial.
local function initials_first(piece)
  local given, family = piece:match "^([%u][%u%.%-%s]*%.)%s*([^%.]+)$"
  if given then return { family = family, given = (given:gsub("%s+$", "")) } end
  return nil
end

-- A list of `{family, given}` or `{literal}`. Names are taken apart only where initials tell which
-- part is which: `Baker, A.`, `Brandt, I., & Kessel, U.`, `C. Beaurepaire`; an organisation stays
-- whole.
function people.of(text)
  text = text:gsub("%s+$", ""):gsub("^%s+", "")
  if text == "" then return {} end
  local pieces, list, index = pieces_of(text), {}, 1
  while index <= #pieces do
    local piece, after = pieces[index], pieces[index + 1]
    local person = initials_first(piece)
    if person then
      list[#list + 1] = person
    elseif after and is_initials(after) then
      -- The last stop is lost where it ended the list as well.
      list[#list + 1] = { family = piece, given = after:find "%u$" and after .. "." or after }
      index = index + 1
    else
      -- One part that is no name makes the whole an organisation.
      return { { literal = (text:gsub("%.$", "")) } }
    end
    index = index + 1
  end
  return list
end

return people
