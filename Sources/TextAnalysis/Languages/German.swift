extension LanguageProfile {
  static let german = LanguageProfile(
    language: .german,
    functionWords: """
      der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an \
      werden aus er hat dass daß sie nach wird bei einer um am sind noch wie einem über einen so \
      zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ihr ihre ihrer ihren \
      seine seiner seinen ich wir mich mir uns euch ihm ihn ihnen dieser diese dieses diesem \
      diesen jeder jede jedes kein keine keiner keinen wenn weil denn doch schon hier dort dann \
      nun also damit dabei dazu daher deshalb jedoch während seit gegen ohne unter zwischen wer \
      was wo wann warum welche welcher welches kann können muss müssen soll sollen will wollen \
      waren worden beim vom unser unsere euer hatte hatten würde würden könnte ab ob bereits \
      sowie sondern zwar zudem außerdem allerdings dennoch trotzdem somit
      """,
    otherStopWords: """
      bin bist wäre werde dich dir du ja nein alle allem allen aller alles andere anderen anderer \
      anderes einige einiger etwas immer jetzt man mancher manche mein meine meiner mehr nichts \
      sehr selbst solche sonst viel viele weiter wieder ganz gar etwa eben einmal daran darauf \
      darin davon dein deine deren dessen derselbe hin hinter jene jener nichts nie statt trotz \
      wegen welchem weniger zum hätte hätten habe mag mögen darf dürfen
      """,
    distinctiveLetters: "ßäöü",
    abbreviations: AbbreviationLists(
      leading: """
        dr prof hr hrn fr frl herr ing dipl dipl.-ing mag st z.b bzw d.h u.a i.d.r vgl ca sog geb \
        gest evtl ggf inkl exkl insb insbes bspw max min mind m.e m.w o.ä u.u v.a z.t zzgl z d \
        u.s.w s.u s.o dgl rd lt gem bez betr allg ehem ev kath lat engl frz griech v hl jr i.a \
        i.v p.a u n.chr v.chr chr resp röm ugs einschl ausschl
        """,
      numbered: """
        s nr nrn abs art bd bde kap ziff anm aufl abb abschn fn rn rz rdnr lfd hrsg h jg par tab \
        tel jan feb mär apr jun jul aug sep sept okt nov dez §
        """,
      trailing: """
        str mio mrd tsd std min sek ff f m.d.b e.v co inc ltd jh jhs jhd n u.v.m uvm al u.v.a.m \
        o.g
        """,
      closing: "usw etc u.ä u.dgl"
    ),
    writesOrdinalsWithStop: true,
    vowels: "aeiouyäöüàéèêáâíóú"
  )
}
