-- How words in Greek, Hebrew, Arabic, Devanagari, Georgian and Thai are written in Latin letters:
-- each letter in a few ways, as scholars, libraries and newspapers have it.

local characters = require "characters"

local romanisations = {}

-- The ways to write each letter or group of letters, `-` for none.
local function letters_of(lines)
  local ways = {}
  for letters, list in lines:gmatch "(%S+):(%S+)" do
    local spellings = {}
    for spelling in list:gmatch "[^,]+" do
      spellings[#spellings + 1] = spelling == "-" and "" or spelling
    end
    -- Letters between slashes are written alike.
    for letter in letters:gmatch "[^/]+" do ways[letter] = spellings end
  end
  return ways
end

-- Of each script its letters; `has_vowels` where it writes them all, else some may stand behind
-- each letter: `most` of those.
local systems = {
  Greek = {
    has_vowels = true,
    ways = letters_of [[
      α/ά:a β:v,b γ:g,gh,y δ:d,dh,th ε/έ:e ζ:z η/ή:i,e θ:th ι/ί/ϊ/ΐ:i,y κ:k,c λ:l
      μ:m ν:n ξ:x,ks ο/ό:o π:p ρ:r,rh σ/ς:s τ:t υ/ύ/ϋ/ΰ:y,u,i φ:f,ph χ:ch,h,kh,x
      ψ:ps ω/ώ:o ου/ού:ou,u αι/αί:ai,e,ae ει/εί:ei,i οι/οί:oi,i,oe
      αυ/αύ:av,af,au ευ/εύ:ev,ef,eu μπ:b,mp,mb ντ:d,nt,nd γκ:g,gk,ng γγ:ng,gg
      γχ:nch,nh,nkh,gch
    ]],
  },
  Georgian = {
    has_vowels = true,
    ways = letters_of [[
      ა:a ბ:b გ:g დ:d ე:e ვ:v,w ზ:z თ:t ი:i კ:k,q ლ:l მ:m ნ:n ო:o
      პ:p ჟ:zh,j,z რ:r ს:s ტ:t უ:u ფ:p,ph,f ქ:k,q,kh ღ:gh,g ყ:q,k,qh შ:sh,s
      ჩ:ch,c ც:ts,c,tz ძ:dz,z წ:ts,c,tz ჭ:ch,tch,c ხ:kh,x,h,ch ჯ:j,dj,dzh ჰ:h
    ]],
  },
  Hebrew = {
    most = 2,
    ways = letters_of [[
      א:- ב:b,v,bh ג:g,gh ד:d ה:h,- ו:v,w,o,u,ou,oo ז:z ח:ch,h,kh ט:t י:y,i,j,ee,-
      כ/ך:k,kh,ch,c ל:l מ/ם:m נ/ן:n ס:s ע:- פ/ף:p,f,ph צ/ץ:ts,tz,z,s,c ק:k,q,c ר:r
      ש:sh,s,sch ת:t,th,s
    ]],
  },
  Arabic = {
    most = 2,
    ways = letters_of [[
      ا/أ/إ/آ/ء/ئ/ٱ:- ؤ:-,u,ou ب:b ت:t ث:th,s ج:j,g,dj,dsch ح:h خ:kh,ch,h د:d
      ذ:dh,d,z,th ر:r ز:z س:s ش:sh,ch,s,sch ص:s ض:d,dh,z ط:t ظ:z,dh ع:- غ:gh,g ف:f
      ق:q,k,g ك/ک:k,c ل:l م:m ن:n ه:h,- ة:h,t,- و:w,v,o,u,ou,oo ي/ی:y,i,ee,- ى:- پ:p
      چ:ch,c ژ:zh,j گ:g ٹ:t ڈ:d ڑ:r ں:n ھ/ہ:h,- ے:e,y,-
    ]],
  },
  Devanagari = {
    most = 1,
    ways = letters_of [[
      क:k,q ख:kh,k ग:g घ:gh च:ch,c छ:chh,ch,c ज:j,z झ:jh ञ:n,ny ट:t ठ:th,t
      ड:d,r ढ:dh,rh ण:n त:t थ:th द:d ध:dh न:n प:p फ:ph,f ब:b भ:bh म:m
      य:y र:r ल:l व:v,w श:sh,s ष:sh,s स:s ह:h ङ:n,ng ळ:l अ:a आ/ा:a,aa
      इ/ि:i ई/ी:i,ee उ/ु:u ऊ/ू:u,oo ए/े:e ऐ/ै:ai ओ/ो:o औ/ौ:au
      ऋ/ृ:ri,r,ru ं:n,m,ng,- ँ:n,m,- ः:h,- ्:- ़:-
    ]],
  },
  Thai = {
    most = 3,
    ways = letters_of [[
      ก:k,g ข/ค/ฆ/ฅ/ฃ:kh,k ง:ng จ:ch,j,c,t ฉ/ช/ฌ:ch,t ซ/ส/ศ/ษ:s,t
      ญ:y,n ด/ฎ:d,t ต/ฏ:t ถ/ท/ธ/ฐ/ฒ/ฑ:th,t,d น/ณ:n บ:b,p ป:p,b
      ผ/พ/ภ:ph,p ฝ/ฟ:f,p ม:m ย:y,i,- ร:r,n,l,- ล/ฬ:l,n ว:w,v,- ห:h,- ฮ:h
      อ:- ๆ:- ำ/ํ:m
    ]],
  },
}

-- Letters of Latin without their marks.
local plain = {}
for group in ([[
  a:āáàâäãăạ e:ēéèêëẹ i:īíìîïı o:ōóòôöõọ u:ūúùûüụ y:ýÿ
  d:ḍḏđ g:ġğǧ h:ḥḫħẖ j:ǰ k:ḳ l:ḷł m:ṃṁ n:ṇñṅń r:ṛřṟ
  s:ṣšśş t:ṭṯţ v:ṿ z:ẓžżẕ c:čçć
]]):gmatch "%S+" do
  local letter, list = group:match "^(%a):(.+)$"
  for marked in list:gmatch(utf8.charpattern) do plain[marked] = letter end
end

-- The letters of a romanisation alone; nil where it has others than Latin ones, or has digits.
local function letters_alone(text)
  text = ibid.fold(text):gsub("[\xC3-\xC9\xE1][\x80-\xBF]+", plain)
  -- Apostrophes, half rings and hyphens.
  text = text:gsub("\u{2018}", ""):gsub("\u{2019}", ""):gsub("\xCA[\x80-\xBF]", "")
    :gsub("[%s'`%-]+", "")
  return text:find "^%l+$" and text or nil
end

-- The ways to write each letter of a word; nil where one is not known. Vowels of Thai and marks of
-- Hebrew and Arabic, which say nothing here, are left out.
local function ways_of(source, system)
  local list, letters, at = {}, characters.of(ibid.fold(source)), 1
  while at <= #letters do
    local two = letters[at] .. (letters[at + 1] or "")
    local ways = system.ways[two]
    at = at + (ways and 2 or 1)
    ways = ways or system.ways[letters[at - 1]]
    if ways then
      list[#list + 1] = ways
    elseif system.has_vowels and characters.script(letters[at - 1]) then
      return nil
    end
  end
  return list
end

local is_vowel = {}
for vowel in ("aeiou"):gmatch "." do is_vowel[vowel:byte()] = true end

-- The bytes behind some vowels from each of the bytes of a set, up to `most` of them.
local function behind_vowels(text, set, most)
  local all = {}
  for first in pairs(set) do
    all[first] = true
    for at = first, first + most - 1 do
      if not is_vowel[text:byte(at)] then break end
      all[at + 1] = true
    end
  end
  return all
end

-- The bytes of `text` behind one of the ways to write a letter, from each of the bytes of a set. A
-- consonant may be doubled.
local function behind_letter(text, set, ways)
  local all = {}
  for first in pairs(set) do
    for _, way in ipairs(ways) do
      local after = first + #way
      if text:sub(first, after - 1) == way then
        all[after] = true
        if way ~= "" and text:byte(after) == way:byte(-1) then all[after + 1] = true end
      end
    end
  end
  return all
end

-- `al-` before a letter of the sun takes its sound: `ash-shams`.
local article_ways = { "l", "" }

-- Whether `text`, in Latin letters, is how `source`, a word or few in another script, is spoken;
-- false for scripts that are not known here.
function romanisations.spell(source, text)
  local script = characters.script_of(source)
  local system = systems[script]
  local latin = system and letters_alone(text)
  if not latin or #latin < 2 then return false end
  local list = ways_of(source, system)
  if not list or #list < 2 then return false end
  local most = system.most or 0
  local ends = behind_vowels(latin, { [1] = true }, most)
  local has_article = script == "Arabic" and source:find "^ال" ~= nil
  for index, ways in ipairs(list) do
    if has_article and index == 2 then ways = article_ways end
    ends = behind_vowels(latin, behind_letter(latin, ends, ways), most)
    if not next(ends) then return false end
  end
  return ends[#latin + 1] == true
end

return romanisations
