extension LanguageProfile {
  static let catalan = LanguageProfile(
    language: .catalan,
    functionWords: """
      de la el i que a en els les és un per una del amb es no al va dels com més o són ser ha seu \
      seva seus seves pel però també aquest aquesta aquests aquestes entre sobre fins quan on si \
      molt ja era van perquè segons durant sense cada altres altre altra tot tots tota totes \
      mateix jo tu ell ella nosaltres vosaltres ells elles hi ho li ens us quin quina qui què \
      això així doncs després abans des tenir té fou està estan d'un d'una l'any
      """,
    otherStopWords: """
      l d s n m t aquell aquella aquells algun alguna alguns bé cap encara fer foren han havia \
      hem ben massa mentre meu meva mi molts ni no nosaltres només perquè poc pot poden qual \
      quals sigui sota teu us vostra
      """,
    distinctiveLetters: "·çàèéíïóòúü",
    abbreviations: AbbreviationLists(
      leading: "sr sra srta dr dra prof st sta av c pl p.ex ex vs cf",
      numbered: "p pp pàg núm art cap fig vol tel",
      trailing: "s.a s.l aC dC a.c d.c cia",
      closing: "etc")
  )
}
