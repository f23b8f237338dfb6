extension LanguageProfile {
  static let slovak = LanguageProfile(
    language: .slovak,
    functionWords: """
      a sa v na je že s z do o i to ako za by vo k pre sú ale po od ktorá ktorý ktoré ktorí alebo \
      jeho tak u bol bolo bola boli pri až podľa si môže aj len už jej zo ich aby čo keď než však \
      pred tým tejto tento táto toto tieto medzi byť pod nad bez ho mu mi som sme ste ty ja on \
      ona ono oni my vy kde kto prečo pretože preto ak nebol nie majú má mal bude budú počas \
      okrem ešte iba veľmi či
      """,
    otherStopWords: """
      ani asi každý kedy ma môj moje náš naše nám nás nič niečo niekto svoj svoje tam teda tu \
      viac však všetko všetci
      """,
    distinctiveLetters: "ľĺŕôäčšžťďáéíóúýň",
    abbreviations: AbbreviationLists(
      leading: """
        p dr mudr judr phdr ing mgr bc prof doc gen plk kpt sv napr tj tzn tzv cca resp príp max \
        min angl nem lat ul nám
        """,
      numbered: "s str č čl ods obr tab kap roč tel písm",
      trailing: "sk hod min sek tis mil mld st pr.n.l n.l r a.s s.r.o",
      closing: "atď apod a.i etc"
    ),
    vowels: "aáäeéiíoóôuúyý"
  )
}
