extension LanguageProfile {
  static let czech = LanguageProfile(
    language: .czech,
    functionWords: """
      a se v na je že s z do o i to jako za by ve k pro jsou ale po od která který které kteří \
      nebo jeho tak u byl bylo byla byly při až podle si může také jen jak už její ze jejich aby \
      co když než však před tím této tento tato toto tyto mezi být pod nad bez ho mu mi jsem jsme \
      jste jsi ty já on ona ono oni my vy kde kdo proč protože proto pokud nebyl není mají má měl \
      bude budou během kromě ještě pouze velmi či ani
      """,
    otherStopWords: """
      asi bych bychom byste byli co dnes další pak její jejím ji jí je jim jiné jiný každý kdy \
      které ke ku mám máte mě můj moje moci náš naše nás nám nic nich něco někdo nikdo něm něj ní \
      pan svůj své svou svého sám tady tam tedy ten ta toho tohoto tomu tu tuto vám vás váš \
      všechno všichni více zde
      """,
    distinctiveLetters: "ěřůčšžýťďáéíóúň",
    abbreviations: AbbreviationLists(
      leading: """
        p pí sl dr mudr judr phdr rndr ing mgr bc prof doc gen plk kpt sv např tj tzn tzv cca \
        popř resp mj atp viz zvl tzn n.m vč max min angl něm lat fr ul nám
        """,
      numbered: """
        s str č čís čl odst obr tab kap roč sv tel písm led úno bře dub kvě čvn čvc srp zář říj \
        lis pro
        """,
      trailing: "kč hod min sek tis mil mld l st př.n.l n.l r o.p.s a.s s.r.o",
      closing: "atd apod aj etc"
    ),
    vowels: "aáeéěiíoóuúůyý"
  )
}
