extension LanguageProfile {
  static let swedish = LanguageProfile(
    language: .swedish,
    functionWords: """
      och i att det som en på är av för med till den har de inte om ett han men var jag sig från \
      vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut få finns \
      vara hade alla andra mycket än här då sedan över bara in blir upp även vad ni hon du man \
      oss er dem denna detta dessa sina sitt mellan genom utan varit blev skall eftersom därför \
      medan någon något några hur varför vilken vilket vilka ingen inga dock samt
      """,
    otherStopWords: """
      allt att bli blivit deras dig din dina ditt ej era ert hans hennes henne honom inom ju mer \
      mig min mina mitt nej någon sådan sådana vars vart vem vilkas åt själv ännu ja två
      """,
    distinctiveLetters: "åäö",
    abbreviations: AbbreviationLists(
      leading: """
        dr prof hr fr st t.ex t ex bl.a d.v.s dvs s.k fr.o.m t.o.m m.a.o p.g.a pga ca jfr resp \
        inkl exkl max min ev el f.d n.b bl f
        """,
      numbered: """
        s sid nr art kap bd fig tab tel st mom jan feb mar apr jun jul aug sep sept okt nov dec
        """,
      trailing: "o.d e.d f.kr e.kr kr milj mdr tkr ab kl",
      closing: "etc osv o.s.v m.m m.fl"
    ),
    vowels: "aeiouyåäöéü"
  )
}
