extension LanguageProfile {
  static let spanish = LanguageProfile(
    language: .spanish,
    functionWords: """
      de la que el en y a los se del las un por con no una su para es al lo como más o pero sus \
      le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy \
      hasta desde está mi porque qué sólo solo han yo hay puede todos así nos ni tiene él uno \
      donde bien mismo ese ahora cada e otro después te otros aunque esa eso hace otra tan \
      durante siempre tanto ella tres sí dijo sido gran según menos año antes estos quien \
      nosotros usted ustedes ellos ellas estas esos esas aquel aquella cual cuales cuyo cuya \
      mientras además sin embargo pues
      """,
    otherStopWords: """
      tu tus ti os les nuestro nuestra nuestros nuestras vuestro mis mí algo alguien algún alguna \
      algunos algunas nada nadie ninguno ninguna mucho mucha muchos muchas poco pocos estar \
      estaba están soy somos eran fueron será serán sea sean hemos haber he has habrá tenía \
      tienen tener puede pueden aquí allí entonces luego casi ante bajo contra hacia tras quienes \
      cómo cuándo dónde
      """,
    distinctiveLetters: "ñ¿¡áíóéúü",
    abbreviations: AbbreviationLists(
      leading: """
        sr sra srta sres sras dr dra dres drs d dña dn lic ing arq prof profa gral cnel cap sto \
        sta excmo excma ilmo ilma mons rvdo fr p.ej ej vs cf av avda c/ ntra aprox máx mín lcdo \
        lcda mtro mtra dpto ud uds vd vds s.m ma
        """,
      numbered: """
        pág págs p pp núm núms nº n° no art arts cap caps fig figs vol vols t tel tlf ed inc tít \
        ene feb abr jun jul ago sept oct nov dic
        """,
      trailing: """
        s.a s.l s.r.l cía ee.uu a.c d.c a.j.c d.j.c jr hnos ltda c.v s.a.b al ss.mm rr.hh
        """,
      closing: "etc a.m p.m"
    )
  )
}
