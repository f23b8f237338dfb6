extension LanguageProfile {
  static let hungarian = LanguageProfile(
    language: .hungarian,
    functionWords: """
      a az és hogy nem is egy ez azt meg de van volt csak már mint vagy ki el még ha mert aki ami \
      amely amelyek akik kell lesz sem után ezt ennek annak minden úgy így én te ő mi ti ők nekem \
      neki nekünk itt ott hol mikor miért hogyan majd most szerint között alatt előtt által során \
      illetve azonban tehát pedig valamint lehet lett voltak vannak nincs arra erre abban ebben
      """,
    otherStopWords: """
      ahol amikor azok ezek azért ezért akkor aztán bár be benne egyik egyéb egész elég ezzel \
      azzal fel hanem hiszen ilyen olyan ismét jó keresztül kívül le legyen maga magát más milyen \
      mivel nagyon ne néha néhány össze rá sok számára talán több tovább vele új
      """,
    distinctiveLetters: "őűáéíóúöü",
    abbreviations: AbbreviationLists(
      leading: "dr prof id ifj özv szt pl ún kb vö ld gr br ill mgr",
      numbered: "o old sz köt fej bek tel u jan febr márc ápr máj jún júl aug szept okt nov dec",
      trailing: "kft rt zrt bt u krt du de i.e i.sz kr.e kr.u ft ezr mrd",
      closing: "stb"
    ),
    vowels: "aáeéiíoóöőuúüű",
    eachVowelIsSyllable: true
  )
}
