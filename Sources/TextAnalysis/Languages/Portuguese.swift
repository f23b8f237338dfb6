extension LanguageProfile {
  static let portuguese = LanguageProfile(
    language: .portuguese,
    functionWords: """
      de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele \
      das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela \
      entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa \
      num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe deles \
      essas esses pelas este dele tu te vocês vos lhes meus minhas teu tua nosso nossa nossos \
      nossas dela delas esta estes estas aquele aquela aqueles aquelas isto aquilo porque onde \
      ainda assim então porém enquanto segundo sobre desde durante contudo são pode podem
      """,
    otherStopWords: """
      estou estamos estive esteve estavam estava sou somos fui fomos seria seriam hei houve \
      houver tenha tenham teve tiveram tinham terá algo alguém algum alguma alguns algumas nada \
      ninguém nenhum nenhuma cada todo toda todos todas outro outra outros outras muitos muitas \
      pouco poucos quais quanto quantos aqui ali lá sim agora sempre nunca menos antes após \
      contra sob bem fazer faz
      """,
    distinctiveLetters: "ãõçáâêôéíóúà",
    abbreviations: AbbreviationLists(
      leading: """
        sr sra srs sras srta dr dra drs prof profa eng arq gen cel cap d dom pe fr sto sta exmo \
        exma ilmo ilma v.exa p.ex ex vs cf av r aprox máx mín adv gov pres sen dep
        """,
      numbered: """
        p pp pág págs n nº n° no núm art arts cap caps fig figs vol vols t tel ed inc jan fev mar \
        abr mai jun jul ago set out nov dez
        """,
      trailing: "s.a ltda cia jr a.c d.c e.u.a eua al h min",
      closing: "etc a.m p.m"
    )
  )
}
