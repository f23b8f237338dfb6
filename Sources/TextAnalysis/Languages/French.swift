extension LanguageProfile {
  static let french = LanguageProfile(
    language: .french,
    functionWords: """
      de la le et les des en un à du une que est pour qui dans a par plus pas au sur ne se ce il \
      sont la ou avec son sa ses aux d'un cette d'une ont ces mais comme on tout nous vous ils \
      elle elles été sans leur leurs fait être même aussi deux ainsi peut si bien dont y où entre \
      lui je tu me te mon ma mes ton ta tes notre nos votre vos c'est qu'il qu'elle qu'on n'est \
      s'est l'on quand donc car ni depuis pendant sous vers chez contre avant après alors parce \
      puis cela ceci celui celle ceux celles quel quelle quels quelles encore très avait était \
      étaient avoir était sera cet afin lorsque toutefois cependant selon dès lors chaque tous \
      toute toutes
      """,
    otherStopWords: """
      l d qu j n s c m t jusqu aujourd'hui ai as avons avez avais avions aura auront eu eut soit \
      serait serais suis es sommes êtes étais fut furent autre autres aucun aucune certains \
      certaine moins trop peu rien personne moi toi soi eux là ici voici voilà non oui ça déjà \
      toujours jamais souvent plusieurs quelque quelques tel telle tels telles fois dit faire \
      peuvent doit doivent
      """,
    distinctiveLetters: "çœêèéàâùûîïôë",
    abbreviations: AbbreviationLists(
      leading: """
        m mm mme mmes mlle mlles me mgr dr pr st ste cf c.-à-d c.à.d p.ex ex env vs av apr lt col \
        gén sgt cap cdt resp max éd dir
        """,
      numbered: """
        p pp n no nº n° art vol t chap fig tab tél al par sect ibid op.cit janv févr avr juil \
        sept oct nov déc éd
        """,
      trailing: "cie inc ltée s.a s.a.r.l j.-c j.c bd av boul apt dép h min",
      closing: "etc"
    )
  )
}
