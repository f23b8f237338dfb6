extension LanguageProfile {
  static let romanian = LanguageProfile(
    language: .romanian,
    functionWords: """
      de și în a la cu pe care că este din nu o un se mai pentru au sau ca sunt dar fost după \
      prin s-a al ale lui ei lor cel cea cei cele acest această acestui acestei acesta aceasta \
      aceste până dacă când fi va vor era erau el ea ele noi voi eu tu mă te ne vă îi îl le unde \
      cine ce cum doar foarte între fără sub peste despre însă decât deși deoarece astfel atunci \
      fiind are avea unui unei
      """,
    otherStopWords: """
      acum ai aici alt alta alte altul am aș ați asta așa atât avem câte ci cineva chiar deja \
      dintre față fie fii iar îmi își încă la li mea meu mei mele mi mult multe multi nici nimic \
      nostru noastră nou oricare ori orice poate pot sale său săi spre toate tot toți totul unele \
      unii unul vom
      """,
    distinctiveLetters: "țșăâîţş",
    abbreviations: AbbreviationLists(
      leading: """
        dl dna dra dr prof ing av sf gen col str bd bl sc ap nr ex de.ex cca cf vs d-l d-na lt
        """,
      numbered: """
        p pp pag nr art alin lit cap fig tab vol tel ian feb mar apr mai iun iul aug sept oct nov \
        dec
        """,
      trailing: "s.a s.r.l î.hr d.hr î.e.n e.n mil mld lei",
      closing: "etc ș.a ș.a.m.d"
    ),
    vowels: "aeiouăâîy"
  )
}
