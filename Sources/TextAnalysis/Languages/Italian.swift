extension LanguageProfile {
  static let italian = LanguageProfile(
    language: .italian,
    functionWords: """
      di e il la che in a per un del è con non si le dei da una i al sono nel alla della come più \
      lo anche ha delle gli su ma dal se ed o nella ai dalla degli questo stato loro cui essere \
      ci hanno questa tra sua suo quando nei dopo era alle sul prima tutti due fra ne io tu lui \
      lei noi voi mi ti vi mio mia tuo tua nostro nostra quello quella quelli quelle questi \
      queste perché dove chi cosa così però già ancora solo senza molto ogni dai dagli dalle \
      nelle negli sulla sulle sui sugli allo dello nello mentre poi quindi oppure secondo durante \
      fino fatto può possono stata stati aveva erano c'è
      """,
    otherStopWords: """
      l un' d dell all nell sull dall c s m t qual quale quali quanto quanti tutto tutta tutte \
      altro altra altri altre alcuni alcune nessuno nulla niente poco pochi molti molte troppo \
      sia fosse furono sarà saranno avere abbiamo avete ho hai fare fa fanno deve devono poter \
      qui qua là lì sì no ora sempre mai meno contro verso presso sotto sopra
      """,
    distinctiveLetters: "àìòùèé",
    abbreviations: AbbreviationLists(
      leading: """
        sig sigg sig.ra sig.na sig.re dott dott.ssa dr prof prof.ssa ing avv arch rag geom on sen \
        mons don fra s ss s.e egr gent spett p.es ad.es es cfr vs c.so v.le p.za p.zza ca circa \
        cap col gen mag ten dir amm
        """,
      numbered: """
        p pp pag pagg n nn no nr num art artt cap capp fig figg vol voll tab tel ed par sez lett \
        gen feb mar apr mag giu lug ago set sett ott nov dic
        """,
      trailing: "s.p.a s.r.l s.a.s s.n.c a.c d.c co f.lli succ jr",
      closing: "ecc etc"
    )
  )
}
