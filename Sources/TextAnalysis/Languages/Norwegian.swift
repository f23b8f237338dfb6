extension LanguageProfile {
  static let norwegian = LanguageProfile(
    language: .norwegian,
    functionWords: """
      og i det er på som en til av for at de med har den ikke et han om var men jeg seg fra vi så \
      kan da skal også etter eller nå ved ble være hadde hun mot over hva hvor når ut opp bare \
      enn blir blitt mange mye alle hans hennes deres min din dette denne disse mellom under uten fordi \
      mens noe noen hvordan hvorfor hvilken ingen dog samt ville kunne skulle vil vært man blant \
      dem deg meg oss dere hvis selv annen andre ei
      """,
    otherStopWords: """
      alt begge bli du enda flere før ham henne her hos inn ja jo like litt må nei ned ofte \
      per sier sin sine sitt to tre år
      """,
    distinctiveLetters: "æøå",
    abbreviations: AbbreviationLists(
      leading: """
        dr prof hr fr st f.eks bl.a dvs d.v.s s.k jf ca inkl ekskl maks min evt pga mht iht
        """,
      numbered: "s nr art kap bd fig tab tlf pkt jan feb mar apr jun jul aug sep sept okt nov des",
      trailing: "f.kr e.kr kr mill mrd kl",
      closing: "etc osv m.m m.fl o.l mv"
    ),
    vowels: "aeiouyæøåé"
  )
}
