extension LanguageProfile {
  static let polish = LanguageProfile(
    language: .polish,
    functionWords: """
      w i na z się nie do to że jest o jak za od po dla ale przez co ich czy tym był było były \
      jego jej tak oraz tego są może ma już tylko przy być które który która którzy których \
      którym jako lub ze jednak również także ten ta te tej tych kiedy gdy bo aby więc bardzo pod \
      nad przed między bez on ona ono oni one ja ty my wy mu mnie mi cię ci nas nam was wam gdzie \
      kto dlaczego jeśli jeżeli ponieważ dlatego natomiast podczas została został zostały będzie \
      będą można jeszcze aż każdy
      """,
    otherStopWords: """
      a u by go ani albo bądź byli była byłem jestem jesteś jesteśmy ku mają mam masz miał miała \
      mój moja moje niech nic nigdy nim nich no nasz nasza pan pani po tam teraz też tu tutaj \
      twój wszystko wszyscy wszystkie zawsze żaden żadna że żeby sobie siebie swoje swój swoja \
      sam sama więcej mniej
      """,
    distinctiveLetters: "łąęśćńżźó",
    abbreviations: AbbreviationLists(
      leading: """
        dr prof mgr inż hab doc gen płk kpt ks bp abp św im np tj tzn tzw m.in ok ww al ul pl os \
        pow por zob cyt wg pt ds dot jw ur zm łac ang niem fr ros n.p.m p.n.e red oprac tłum
        """,
      numbered: """
        s str nr art t ust pkt poz rozdz rys tab tel par wyd r w jan sty lut mar kwi maj cze lip \
        sie wrz paź lis gru
        """,
      trailing: "in zł gr godz min sek tys mln mld r rr w ww n.e s.a sp.z o.o cd zoo",
      closing: "itd itp etc"
    ),
    vowels: "aąeęioóuy"
  )
}
