-- How Chinese and Japanese words are written in Latin letters: what can be cut into the syllables
-- of pinyin or of Hepburn's romanisation.

local syllables = {}

-- A set of syllables out of lines of `beginnings: ends`, where `-` is nothing.
local function product(lines)
  local set = {}
  for beginnings, ends in lines:gmatch "([^:\n]+):([^\n]+)" do
    for beginning in beginnings:gmatch "%S+" do
      for ending in ends:gmatch "%S+" do
        set[(beginning == "-" and "" or beginning) .. ending] = true
      end
    end
  end
  return set
end

-- A system: its syllables, whether a nasal may follow them, how many a character has at most.
local pinyin = {
  most = 1, is_nasal = false,
  set = product [[
    -: a o e ai ei ao ou an en ang eng er
    b p m f: a o ai ei ao ou an en ang eng u
    b p m: i ie iao iu ian in ing
    d t n l: a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in ing iang u uo ui uan un ue
    g k h zh ch sh r z c s: a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
    zh ch sh r z c s: i
    j q x: i ia ie iao iu ian in ing iang iong u ue uan un
    y: a e i ao ou an in ang ing ong u ue uan un
    w: a o ai ei an en ang eng u
  ]],
}

local hepburn = {
  most = 3, is_nasal = true,
  set = product [[
    - k n m r g b p: a i u e o
    s z: a u e o
    t d: a e o
    h: a i e o
    y: a u o
    w: a
    j sh ch ky gy ny hy by py my ry: a i u o
    ts f: u
  ]],
}

-- The bytes behind a syllable of `text` that begins at byte `first`, each a key of `ends`.
local function add_ends(ends, text, first, system)
  for last = first, first + 5 do
    if system.set[text:sub(first, last)] then
      ends[last + 1] = true
      if system.is_nasal and text:find("^[nm]", last + 1) then ends[last + 2] = true end
    end
  end
end

-- Whether a text is `count` syllables of a system, or up to `count` times its most.
local function is_cut(text, system, count)
  local starts = { [1] = true }
  for number = 1, count * system.most do
    local ends = {}
    for first in pairs(starts) do add_ends(ends, text, first, system) end
    if number >= count and ends[#text + 1] then return true end
    starts = ends
  end
  return false
end

-- Whether `text`, up to three words of Latin letters without marks, can be how a term of `count`
-- characters is spoken: in Chinese, in Japanese, or in one of both where `language` is neither.
function syllables.write(text, count, language)
  if not text:find "^%a[%l'%- ]*$" or text:find " .* .* " then return false end
  local letters = text:lower():gsub("%A", "")
  if language ~= "ja" and is_cut(letters, pinyin, count) then return true end
  -- Hepburn doubles consonants.
  local single = letters:gsub("([kstpgdbz])%1", "%1"):gsub("tch", "ch")
  return language ~= "zh" and is_cut(single, hepburn, count)
end

return syllables
