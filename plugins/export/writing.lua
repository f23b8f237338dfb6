-- The direction in which languages are written.

local writing = {}

-- Languages from right to left (ISO 639); `iw` and `ji` are old codes of Hebrew and Yiddish.
local from_right = {}
for language in ([[
  ar arc ary arz azb bgn bqi ckb dv fa glk haz he iw ji khw ks lrc luz mzn nqo pnb prs ps rhg sd skr
  syr ug ur yi]]):gmatch "%a+" do
  from_right[language] = true
end

-- Whether a language is written from right to left.
function writing.is_from_right(language) return from_right[language] == true end

return writing
