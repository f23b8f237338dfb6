-- What references call editors, translators and authors.

local lists = require "references.lists"

local list, set = lists.list, lists.set

local roles = {}

-- Editors and translators: before the names, and behind them.
roles.editors = list [[
  edited by | Edited by | eds. | ed. by | ed. | Eds. | Ed. | hrsg. von | hrsg. v. | Hrsg. von
  Hrsg. v. | hg. von | hg. v. | Hg. von | Hg. v. | herausgegeben von | sous la direction de
  sous la dir. de | éd. par | édité par | publié par | dirigé par | ed. por | editado por
  coord. por | bearb. v. | bearb. von | dir. | éd. | a cura di | coord. | ed. de | edición de
  под ред. | под редакцией | отв. ред. | ред. | сост. | red.
]]
-- Those that put the names behind them into the genitive.
roles.genitive_roles = set [[
  под общ. ред. | под науч. ред. | под ред. | под редакцией | пер. с англ. | пер. с нем.
  пер. с фр. | пер. с итал. | пер. с исп. | пер. с польск. | пер. с лат. | пер. с древнегреч.
  Пер. с англ. | Пер. с нем. | Пер. с фр.
]]
local originals = {
  fr = list [[ l’anglais | l'anglais | l’allemand | l'allemand | l’italien | l'italien
    l’espagnol | l'espagnol ]],
  de = list [[ Englischen | Französischen | Italienischen | Spanischen | Russischen
    Niederländischen | Amerikanischen | Polnischen ]],
  it = list "dall’inglese | dall'inglese | dal francese | dal tedesco | dallo spagnolo",
  es = list "inglés | francés | alemán | italiano",
}
roles.translators = list [[
  trad. it. di | trad. esp. de | trad. fr. de
  translated by | Translated by | trans. by | trans. | Trans. | tr. | übersetzt von | übers. von
  übers. v. | Übers. v. | aus dem Englischen von | traduit par | trad. par | trad. de
  traducción de | trad. | пер. с англ. | пер. с нем. | пер. с фр. | пер. с итал. | пер. с исп.
  пер. с польск. | пер. с лат. | пер. с древнегреч. | Пер. с англ. | Пер. с нем. | Пер. с фр. | пер.
]]
-- The language of the original may stand between: they come first, because they are longer.
for _, form in ipairs {
  { "fr", "trad. de %s par" }, { "fr", "traduit de %s par" }, { "de", "aus dem %s von" },
  { "de", "Aus dem %s von" }, { "it", "trad. %s di" }, { "it", "traduzione %s di" },
  { "es", "trad. del %s de" }, { "es", "traducción del %s de" },
} do
  for _, language in ipairs(originals[form[1]]) do
    table.insert(roles.translators, 1, form[2]:format(language))
  end
end
-- Those who wrote a preface.
roles.contributors = list [[
  préface de | préf. de | postface de | avant-propos de | introduction de | prólogo de | pról. de
  introducción de | prefazione di | introduzione di | mit einem Vorwort von | with a foreword by
  foreword by | with an introduction by | introduction by | предисл. | вступ. ст.
]]
roles.editor_suffixes = list [[
  , ed. and trans. | , eds. and trans. | , trans. and ed. | (editors) | (editor) | (eds.) | (Eds.)
  (ed.) | (Ed.) | (eds) | (ed) | (Hrsg.) | (Hg.) | (Hgg.) | (dir.) | (éd.) | (éds.) | (coord.)
  (coords.) | (éds) | (éd) | (dirs.) | (dir) | (comps.) | (comp.) | (cur.) | (a cura di) | (ред.)
  (отв. ред.) | , editors | , editor | , eds. | , ed.
  , eds | , ed | , Hrsg. | , Hg. | , dir. | 主编 | 編著 | 编著 | 編集 | 編 | 编 | 엮음
  편저 | 편
]]
roles.translator_suffixes = list "監訳 | 共訳 | 編訳 | 訳注 | 合译 | 譯 | 译 | 訳 | 옮김 | 역"
roles.author_suffixes = list [[
  等著 | 合著 | 著 | 撰 | 지음 | 저 | 구술
  (Director) | (Directors) | (Writer) | (Host)
  (Producer) | (Executive Producer) | (Regie) | (Réalisateur)
]]

-- The same in brackets behind a title, `(A. Jones, Trans.)`: the lists that the people are for.
roles.bracket_roles = {
  {
    roles = { "editor", "translator" },
    marks = list [[
      , Eds. & Trans. | , Ed. & Trans. | , Trans. & Eds. | , Trans. & Ed. | , Eds. and Trans.
      , Ed. and Trans. | , Hrsg. & Übers.
    ]],
  },
  { roles = { "translator" }, marks = list ", Trans. | , Transl. | , Übers. | , Trad. | , trad." },
  {
    roles = { "editor" },
    marks = list ", Eds. | , Ed. | , Hrsg. | , Hg. | , Dir. | , Coord. | , Coords.",
  },
}

return roles
