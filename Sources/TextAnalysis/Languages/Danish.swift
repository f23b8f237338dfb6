extension LanguageProfile {
  static let danish = LanguageProfile(
    language: .danish,
    functionWords: """
      og i at det er en til af på der for de den med har som ikke et han om var men jeg sig fra \
      vi så kan da skal også efter eller nu ved blev være havde hun mod over hvad hvor når ud op \
      kun end bliver mange meget efter alle hans hendes deres min din dette denne disse mellem \
      under uden fordi mens noget nogle hvordan hvorfor hvilken ingen dog samt ville kunne skulle \
      vil været man blandt af dem dig mig os jer hvis selv anden andre
      """,
    otherStopWords: """
      alt bare ad begge blive deres du e enten flere før ham hende her hos ind ja jo lige lidt \
      ligger må nej ned ofte op otte per se siger sin sine sit så tog tre to være være år
      """,
    distinctiveLetters: "æøå",
    abbreviations: AbbreviationLists(
      leading: """
        dr prof hr fr st f.eks fx bl.a dvs d.v.s s.k jf ca inkl ekskl maks min evt pga vedr mht \
        iflg kgl
        """,
      numbered: """
        s nr art kap bd fig tab tlf stk pkt jan feb mar apr jun jul aug sep sept okt nov dec
        """,
      trailing: "f.kr e.kr kr mio mia a/s aps kl",
      closing: "etc osv m.m m.fl o.l mv m.v"
    ),
    vowels: "aeiouyæøåé"
  )
}
