-- What references say beside names and titles, in the languages of the articles: the one place for
-- such words, with `roles`, `places` and `genres`. Entries are parted by `|`; those of `editions`
-- are Lua patterns.

local genres = require "references.genres"
local lists = require "references.lists"
local places = require "references.places"
local roles = require "references.roles"

local words = {}

local list, set = lists.list, lists.set

for _, theme in ipairs { roles, places, genres } do
  for name, entries in pairs(theme) do words[name] = entries end
end

-- What leads to a work at the start of a note or of one of its parts; longer ones first.
words.leads = list [[
  contrast | Contrast | but see | further | ferner | sowie | außerdem | Vgl. dazu ausführlich
  Vgl. ausführlich | Vgl. hierzu ausführlich | Siehe hierzu ausführlich | Siehe dazu ausführlich
  Siehe ausführlich | Siehe hierzu | Ausführlich hierzu | Ausführlich dazu | Ausführlich
  Näheres bei | ainsi que | а также
  See also, for example, | See also, e.g., | See, for example, | See, for instance,
  See also for example | See especially | See in particular | See generally | See, e.g.,
  See e.g. | See also: | See also | See: | See | Compare with | Compare | Cf. also | Cf.
  cf. also | cf. | see also | see especially | see, e.g., | see | But see | Quoted in | quoted in
  Cited in | cited in | E.g., | Also | For example, | As cited in | Vgl. dazu auch | Vgl. hierzu
  Vgl. dazu | Vgl. auch | Vgl. etwa | Vgl. z. B. | Vgl. u. a. | Vgl. | vgl. dazu | vgl. auch
  vgl. | Siehe dazu | Siehe auch | Siehe: | Siehe | siehe auch | siehe | S. dazu | S. auch
  Hierzu | Dazu | Zit. nach: | Zit. nach | zit. nach | Zitiert nach | So auch | Ebenso
  См. также: | См. также | см. также: | см. также
  См. подробнее: | Подробнее см.: | Подробнее см.
  См., напр.: | См., например: | См. напр.: | См.: | см.: | См.
  см. | Ср. также: | Ср.: | Ср. | ср.: | ср. | Цит. по: | цит. по:
  Voir aussi | Voir notamment | Voir par exemple | Voir : | Voir | voir aussi | voir | Cité par
  Cité dans | Véase también | Véanse | Véase | véase también | véase | Ver también | Ver:
  Ver | Cfr. | cfr. | Cit. en | Si veda anche | Si veda | si veda | Cfr. anche | Vedi anche | Vedi
  Veja-se | Veja | Ver também | Zie ook | Zie | zie ook | zie | Zob. | Por. | Dz.
  Див. також: | Див.: | Див. | 详细可参见 | 可参见 | 可参考 | 详参
  参见： | 参见 | 参看 | 参阅 | 参考 | 详见 | 另见 | 转引自 | 引自 | 见：
  见 | 參見 | 參看 | 參閱 | 詳見 | 轉引自 | 見 | 例えば、 | たとえば、
  詳しくは、 | 詳細は、 | 詳しくは | 参照： | 예컨대 | 예를 들어
  자세한 내용은 | 자세한 것은 | انظر
]]

-- What such a lead leaves behind the work where it follows it.
words.trails = list [[
  を参照のこと | を参照されたい | を参照 | 参照のこと | 参照 | 를 참조
  을 참조 | 참조 | 참고
]]

-- Before the title of an entry in an encyclopedia.
words.entries = list [[
  Art. | art. | Artikel | article | s. v. | s.v. | voce | Voce | voz | Voz | Lemma
]]

-- Between an encyclopedia and the title of an entry in it.
words.sub_voce = list [[
  s.v. | s. v. | s.vv. | s. vv. | sub voce | sub verbo | S.v. | S. v.
]]

-- In the names of archives and of what they keep, in small letters.
words.archives = list [[
  archiv | архив | librar | bibliot | библиотек | papers | nachla | mss | collection | fonds
  record office | correspondence
]]

-- What may follow the title of an entry in small letters: places in it, pages, and days of visits.
words.within_entry = set [[
  p | pp | vol | vols | sense | senses | def | defs | n | v | adj | adv | col | cols | fol | no
  art | note | ed | eds | rev | last | accessed | consulted | modified | updated | by | trans | in
  s | bd | sp | t | tome | band | spalte
]]

-- Before the name of who writes or gets a letter.
words.honorifics = set [[
  Mr. | Mrs. | Ms. | Mr | Mrs | Ms | Miss | Dr. | Prof. | Sir | Lord | Lady | Capt. | Captain | Gen.
  General | Col. | Colonel | Rev. | Herr | Frau | Mme | Mlle
]]

-- Before `to` or behind it where they are no family's name.
words.no_families = set [[
  access | according | addendum | address | addressed | adjacent | amendment | amendments | answer
  appendix | approach | attitude | back | circular | claim | close | congress | contrary | copy
  council | deed | despatch | dispatch | draft | due | equal | exposure | files | foreword | gift
  guide | hymn | instructions | introduction | invitation | joy | key | letter | loan | loyal | memo
  memorandum | message | near | next | note | nothing | ode | opposite | owing | parliament
  petition | preface | prior | reference | relation | relative | reply | report | response | return
  senate | sent | similar | speech | subject | supplement | telegram | thanks | toast | tribute
  trip | united | visit | welcome | monday | tuesday | wednesday | thursday | friday | saturday
  sunday | easter | christmas
]]

-- Before the author of an entry.
words.written_by = list [[ by | von | par | di | de | por | door ]]

-- The authors of the work before.
words.same_authors = list [[
  Ders. | ders. | Dies. | dies. | Derselbe | Dieselbe | Dieselben | Id. | Idem | Ead. | Eadem
]]

-- A work that a note has given before: such a note names none of its own.
words.repeats = list [[
  a. a. O. | a.a.O. | a. a. O | op. cit. | op.cit. | Op. cit. | Op. Cit. | loc. cit. | ibid.
  Ibid. | ebd. | Ebd. | ebenda | указ. соч. | Указ. соч. | Там же | там же
  art. cit. | ob. cit. | art. cité | 前掲 | 同上 | 同書 | 前引 | 同前 | 위의 책
  위의 글 | 앞의 책 | 앞의 글 | المرجع نفسه
]]

-- Marks before pages, and behind the number of all pages of a book.
words.pages = list [[
  pp. | Pp. | p. | P. | pp | pgs. | págs. | pág. | págs | pag. | S. | Ss. | Seiten | Seite | s.
  Sp. | Bl. | стр. | Стр. | с. | С. | cc. | ص
]]
-- Between the pages of an article and the one that is meant.
words.here = list [[
  hier | here | ici | qui | aquí | bes. | insbes. | insbesondere | esp. | notamment | spec.
  in particolare | en particulier | en particular
]]
words.page_counts = list "с. | стр. | S. | s. | p. | pp. | pages | Seiten | págs. | p | с"

-- Behind the number of all volumes of a work.
words.volume_counts = list [[
  Bde. | Bde | Bände | Bänden | vols. | vols | volumes | voll. | volumi | tomes | tomos | volúmenes
]]
words.volumes = list [[
  Vol. | vol. | vols. | Vol | vol | volume | Volume | Bd. | Band | Jg. | Jahrgang | tome | Tome
  t. | T. | tomo | Tomo | Т. | т. | Том | том
]]
words.issues = list [[
  no. | No. | nos. | no | No | n. | n° | N° | nº | Nº | n.º | núm. | Núm. | num. | Nr.
  nr. | Heft | H. | issue | № | Вып. | вып. | iss. | fasc. | č. | zesz.
]]

-- Small words between the title of a part and the whole that it stands in.
words.within = list [[
  in: | In: | In | in | dans | Dans | en | En | em | Em | w: | В кн.: | в кн.: | В сб.:
  в сб.: | 载于 | 载 | 見
]]

-- More authors than are named.
words.others = list [[
  et al. | et al | u. a. | u.a. | и др. | y otros | et autres | and others | e altri | ほか
  他 | 等 | 외
]]

words.articles = set [[
  the | a | an | der | die | das | ein | eine | le | la | les | un | une | el | los | las | una
  il | lo
]]
-- Those with which no family's name begins, as `Le Goff` does.
words.title_articles = set "the | der | die | das | ein | eine | un | une | una | il"
words.conjunctions = set "and | und | u. | et | y | e | и | & | i | en | та"

-- Parts of a family's name in small letters.
words.particles = set [[
  van | von | der | den | de | del | della | di | da | du | des | la | le | las | los | dos | das
  do | zu | zur | zum | vom | ter | ten | el | al | bin | ibn | ben | af | av | y | e | d’ | d'
  von der | фон | де | ван | дер
]]
-- Small words that the name of an organisation may have too.
words.name_words = set [[
  a | an | and | und | et | y | e | for | für | in | of | on | the | to | und | pour | para | per
  и | по | при | для
]]

-- Words of organisations, whose names are not those of people.
words.organisations = set [[
  academy | agency | archive | archives | assembly | association | authority | bank | board
  bureau | center | centre | church | club | college | collective | commission | committee
  company | congress | consortium | convention | corporation | council | court | department
  directorate | division | federation | forum | foundation | fund | government | group | house
  initiative | institute | institution | international | journal | laboratory | league | library
  magazine | ministry | museum | nations | network | news | newspaper | office | orchestra
  organisation | organization | parliament | party | press | programme | program | project
  register | review | school | senate | service | services | shinbun | shimbun | society | staff
  survey | team | times | trust | union | university | watch | office | post | herald | gazette
  editors | amt | anstalt | bibliothek | bundesamt | bundesanstalt | bundesministerium | bundestag
  bundesregierung | gesellschaft | hochschule | institut | ministerium | redaktion | stiftung
  universität | verband | verein | verlag | zentrum | zeitung | académie | agence | archives
  assemblée | association | banque | bibliothèque | bureau | centre | comité | commission
  conseil | école | fédération | fondation | institut | ministère | musée | observatoire
  office | société | syndicat | université | academia | agencia | archivo | asamblea
  asociación | ayuntamiento | banco | biblioteca | centro | comisión | consejo | fundación
  gobierno | instituto | ministerio | museo | real | sociedad | universidad | istituto | ministero
  fondazione | università | società | министерство | институт
  комитет | академия | университет | музей | общество
  архив | фонд | совет | банк | центр | агентство
  правительство | редакция | служба | федерация
]]

-- Words of series.
words.series = set [[
  studies | series | library | texts | monographs | publications | lectures | memoirs | schriften
  beiträge | studien | reihe | quellen | forschungen | abhandlungen | collana | quaderni | studi
  colección | cuadernos | estudios | études | cahiers
]]

-- How German words for organisations end: `Wetterdienst`.
words.organisation_endings = list [[
  dienst | verband | gesellschaft | institut | ministerium | stiftung | zentrum | kommission
  bibliothek | universität | akademie | bundesamt | landesamt | verwaltung | behörde
]]

-- Words of publishers.
words.publishers = set [[
  press | publisher | publishers | publishing | publications | books | university | verlag
  verlagshaus | éditions | editions | presses | librairie | editorial | ediciones | editores
  editrice | edizioni | editora | издательство | изд-во | наука
  просвещение | wydawnictwo | routledge | penguin | springer | elsevier | wiley
  palgrave | macmillan | faber | brill | sage | harpercollins | norton | knopf | gallimard
  fayard | flammarion | seuil | puf | hachette | grasset | larousse | beck | suhrkamp | fischer
  reclam | rowohlt | einaudi | laterza | mondadori | feltrinelli | alianza | cátedra | gredos
  planeta | siglo | fce | crítica
]]

-- Words that names of journals and proceedings abbreviate; their stop ends no part.
words.abbreviations = set [[
  abh | acad | amer | ann | appl | archit | assoc | biol | bull | bol | chem | comm | commun
  comput | conf | congr | econ | electr | electron | eng | eur | exp | forsch | gen | geol | geogr
  ges | hist | int | intell | internat | jahrb | jb | lett | mach | mag | math | mech | mem | mitt
  nat | natl | neurosci | phil | philos | phys | proc | prog | psychol | publ | quart | rep | res
  rev | sci | sitzungsber | soc | sociol | statist | stud | symp | syst | technol | theor | trans
  univ | veröff | wiss | zbl | zeitschr | ztschr
]]

-- Words of journals' names.
words.journals = set [[
  journal | review | quarterly | annals | proceedings | transactions | letters | bulletin
  zeitschrift | jahrbuch | vierteljahrschrift | annalen | archiv | revue | annales | cahiers
  revista | anales | boletín | rivista | annali | bollettino | журнал | вестник | вопросы
  известия | труды
]]

-- What tells an edition; the number stands before or behind.
words.editions = list [[
  (%d+)%a%a%s+revised%s+edn?%.? | (%d+)%a%a%s+revised%s+edition | (%d+)%a%a%s+rev%.%s+ed%.
  (%d+)%a%a%s+edition | (%d+)%a%a%s+edn?%.? | (%d+)%.%s*Aufl%. | (%d+)%.%s*Auflage
  (%d+)%.,?%s*%S+%s+Aufl%. | (%d+)%.,?%s*%S+%s+Auflage | (%d+)%-е%s+изд%.
  изд%.%s+(%d+)%-е | Изд%.%s+(%d+)%-е | (%d+)[eè]m?e?%s+éd%. | (%d+)%.?ª%s+ed%.
  (%d+)%.?a%s+ed%. | (%d+)%.%s*ed%.
  (rev%.)%s+edn?%.? | ([Rr]ev%.)%s+ed%. | (revised)%s+edition | (rev%.%s+and%s+%a+%.?)%s+ed%.
  ([Ee]xpanded)%s+ed%. | (überarb%.)%s+Aufl%. | (nouv%.)%s+éd%.
]]

-- Seasons, from 1 for the first of the year.
words.seasons = {}
for season, names in ipairs {
  "spring frühjahr frühling printemps primavera", "summer sommer été verano estate",
  "autumn fall herbst automne otoño autunno", "winter hiver invierno inverno",
} do
  for name in names:gmatch "%S+" do words.seasons[name] = season end
end

words.theses = list [[
  PhD dissertation | PhD Dissertation | PhD diss | PhD thesis | PhD Thesis | Ph.D. dissertation
  Ph.D. Dissertation | Ph.D. diss | Ph.D. thesis | Ph.D. Thesis | doctoral dissertation
  Doctoral Dissertation | Doctoral dissertation | doctoral thesis | Master’s thesis
  master’s thesis | master's thesis | Master's thesis | MA thesis | M.A. thesis | MSc thesis
  M.Sc. thesis | M.S. thesis | bachelor’s thesis | Bachelor’s thesis | Diss. phil.
  Phil. Diss. | Univ.-Diss. | Diss. | Dissertation | Habilitationsschrift | Habil.-Schr. | Habil.
  Magisterarbeit | Masterarbeit | Diplomarbeit | mémoire de maîtrise | tesi di laurea
  tesis de licenciatura | thèse de doctorat | Thèse | tesis doctoral | Tesis doctoral
  tesi di dottorato | дис. | Дис. | диссертация | автореф. | 博士论文
  博士論文 | 硕士论文 | 박사학위논문 | 석사학위논문 | 博士学位论文
  硕士学位论文
]]
-- What says before them that they were not printed.
words.unprinted = list [[
  unpublished | Unpublished | unpubl. | Unpubl. | unveröffentlichte | Unveröffentlichte
  unveröff. | Unveröff. | ungedruckte | Ungedruckte | ungedr. | masch. | Masch.
  maschinenschriftl. | inédite | inédita | dactylographiée | inedita
]]
-- What APA puts in brackets behind a title to say what the work is.
words.media = list [[
  paper presentation | conference presentation | poster presentation | conference session | video
  film | blog post | data set | dataset | computer software | unpublished manuscript
  manuscript in preparation | preprint | photograph | map | podcast | audio podcast
  powerpoint slides | press release | interview | lecture | review of | tweet | painting | album
  song | tv series | mobile app | policy brief | white paper
]]

words.reports = list [[
  working paper | discussion paper | technical report | report | policy brief | доклад
  rapport | bericht | informe
]]
words.weblogs = list "blog"
words.proceedings = list "proc. | proceedings of the | conference | symposium | workshop"

-- Words before an address, and around the day on which it was read.
words.addresses = list [[
  Available online at: | Available online at | Available online: | Available online
  Available from: | Available at: | Available at | available at: | available at | Available:
  Retrieved from | retrieved from | Online unter: | Online unter | online unter: | online unter
  Online verfügbar unter: | Online verfügbar unter | verfügbar unter: | verfügbar unter
  Abrufbar unter: | abrufbar unter | Online: | online: | URL : | URL: | URL | En ligne :
  en ligne : | [En ligne] | [en ligne] | En ligne: | Disponible sur : | disponible sur
  Disponible en: | Disponible en | disponible en: | disponible en | [en línea]
  Режим доступа: | Режим доступа : | [Электронный ресурс]
  [Text] | [Текст] | [Online] | [online] | DOI: | doi: | DOI | doi | 网址： | 检索自
]]
words.accessed = list [[
  last accessed on | last accessed: | last accessed | Last accessed: | Last accessed
  Last visited | last visited | Accessed on | accessed on | Accessed: | accessed:
  Accessed | accessed | Retrieved on | retrieved on | Retrieved: | Retrieved | retrieved
  zuletzt abgerufen am: | zuletzt abgerufen am | zuletzt aufgerufen am | zuletzt besucht am
  abgerufen am: | abgerufen am | Abgerufen am | Abruf am: | Abruf am | Abruf: | letzter Zugriff am
  letzter Zugriff: | letzter Zugriff | Letzter Zugriff: | Zugriff am: | Zugriff am | Zugriff:
  Récupéré le | récupéré le | Recuperado el | recuperado el | Stand:
  consulté le : | consulté le | Consulté le | page consultée le | consultado el:
  consultado el | Consultado el | [consulta: | Consulta: | consulta: | fecha de consulta:
  Fecha de consulta: | acceso: | consultato il | ultimo accesso: | acesso em: | acesso em
  Acesso em: | acedido em | дата обращения: | Дата обращения:
  дата обращения | 最終閲覧日： | 最終閲覧日: | 最終閲覧日
  最終閲覧： | 閲覧日： | 閲覧日: | アクセス日： | 访问日期：
  访问日期: | 访问时间： | 检索日期： | 검색일: | 검색일자: | 접속일:
  최종 검색일: | 접근일:
]]
-- Between that day and the address: `Retrieved May 3, 2020, from https://…`.
words.before_addresses = list "from | at | von | unter | auf | de | à l’adresse | à l'adresse"

-- Around the day on which a page was changed, which is that of the work.
words.modified = list [[
  last modified on | last modified: | last modified | Last modified on | Last modified:
  Last modified | last updated on | last updated: | last updated | Last updated: | Last updated
  last edited on | last edited | zuletzt geändert am | zuletzt bearbeitet am
  zuletzt aktualisiert am | dernière modification le | dernière mise à jour le
  última modificación: | última modificación | ultima modifica:
]]
-- The same, behind the day.
words.accessed_behind = list [[
  最終閲覧 | 閲覧 | アクセス | 访问 | 检索 | 검색 | 접속 | accessed | abgerufen
]]

words.months = {}
for _, names in ipairs {
  "january february march april may june july august september october november december",
  "jan feb mar apr may jun jul aug sep oct nov dec", "- - - - - june july - sept - - -",
  "januar februar märz april mai juni juli august september oktober november dezember",
  "jänner - mrz - mai - - - - okt - dez",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "janv févr - avr - - juil - - - - déc", "- fév - - - - - aout - - - -",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "ene - - abr - - - ago - - - dic", "- - - - - - - - setiembre - - -",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "januari februari maart april mei juni juli augustus september oktober november december",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
  "янв февр мар апр - - - авг сент окт нояб дек",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
} do
  local number = 0
  for name in names:gmatch "%S+" do
    number = number + 1
    words.months[name] = number
  end
end

-- Between the name of a newspaper and the day.
words.before_days = list "vom | v. | du | del | of | от"

-- The last parts of addresses, which are known without `http://` by them.
words.domains = set [[
  com | org | net | edu | gov | int | info | eu | io | uk | us | de | fr | es | it | pt | nl | be
  ch | at | pl | cz | ru | ua | cn | jp | kr | in | br | mx | ar | ca | au | nz | se | no | dk
  fi | ie | gr | hu | il | tr | za
]]

-- What stands where a work has so many authors that none is named.
words.various = set [[
  aa. vv | aa.vv | vv. aa | vv.aa | autori vari | varios autores | autores varios
]]

-- Before the imprint of a reissue.
words.reissues = list [[
  rééd. | réed. | réimpr. | reimpr. | repr. | reprint | Nachdr. | Nachdruck | rist.
]]

-- How the names of newspapers end in East Asia.
words.newspapers = list "新聞 | 新聞朝刊 | 日报 | 日報 | 晚报 | 时报 | 時報 | 신문 | 일보"

-- No date is known.
words.undated = list "n.d. | n. d. | o. J. | o.J. | s. a. | s.a. | s. d. | s.d. | б. г. | б.г."
-- The work is to appear.
words.unpublished = list [[
  in press | in print | forthcoming | in preparation | submitted | accepted | im Druck
  im Erscheinen | in Vorbereitung | sous presse | à paraître | en prensa | en preparación
  in corso di stampa | no prelo | в печати
]]

return words
