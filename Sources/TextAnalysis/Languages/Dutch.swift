extension LanguageProfile {
  static let dutch = LanguageProfile(
    language: .dutch,
    functionWords: """
      de van het een en in is dat op te zijn met die voor niet aan er om ook als dan maar bij of \
      uit nog naar heeft hebben ze wordt door over zich worden deze meer dit hij kan tot was al \
      wel geen werd haar veel zo zou nu men moet wij we jij je ik mijn onze ons hun hen hem u uw \
      zij waren had kunnen dus omdat toen wat wie waar hoe welke zoals tegen tussen onder na \
      zonder sinds tijdens volgens echter hoewel terwijl want daar hier daarom daarna worden \
      zullen zal ben bent jullie alleen eerste andere sommige elke elk iedere
      """,
    otherStopWords: """
      mij me jouw iets niets iemand niemand alle alles enkele ander veel weinig zeer toch reeds \
      altijd nooit soms weer even wanneer waarom zelf doen doet gaan gaat laat laten mag mogen \
      wil willen hebt hadden geweest geworden ten ter toe af voorts 't 'n 's
      """,
    distinctiveLetters: "ĳéëï",
    abbreviations: AbbreviationLists(
      leading: """
        dhr mevr mw mej dr drs ir ing mr prof ds st jhr kol gen bijv bv d.w.z dwz m.a.w m.b.t m.i \
        i.p.v i.v.m o.a o.l.v t.a.v t.b.v t.o.v v.a n.a.v vgl ca resp incl excl max min evt zgn \
        vs z.g geb
        """,
      numbered: """
        p pp blz pag nr nrs no art hfst afb fig deel dl vol tab tel par lid jan feb mrt apr jun \
        jul aug sept sep okt nov dec
        """,
      trailing: "b.v n.v e.d e.a e.v v.chr n.chr co a.d jr sr mln mld",
      closing: "enz etc"
    ),
    vowels: "aeiouyäëïöüáéíóúèê"
  )
}
