extension LanguageProfile {
  static let finnish = LanguageProfile(
    language: .finnish,
    functionWords: """
      ja on ei se että oli hän joka mutta tai ovat kun myös niin kuin ole sen jonka mukaan olla \
      sekä kanssa jos ne voi jälkeen minä sinä me te he minun sinun hänen heidän meidän tämä \
      tämän nämä tuo siitä siinä jossa josta jotka joita mitä mikä kuka missä miksi miten koska \
      vaikka sitten vielä vain jo nyt kuitenkin siis ennen aikana olivat ollut olisi eivät en \
      emme
      """,
    otherStopWords: """
      aina alla ehkä ettei hänelle hänet häntä ihan itse jokainen jota joten jotta kaikki \
      kaikkien keskellä koko kuten lisäksi me mihin minulle minut minua mitään muut muu moni noin \
      näin oma paljon pitää sillä siellä tällä tässä tätä vai vähän yli
      """,
    distinctiveLetters: "äö",
    abbreviations: AbbreviationLists(
      leading: "tri prof t dr esim mm ns ks vrt so eli ent toht lis n os synt",
      numbered: "s ss nro art kpl kuva taul puh",
      trailing: "ym yms tms eaa jaa kl klo mrd milj mk e oy",
      closing: "jne"
    ),
    vowels: "aeiouyäöå"
  )
}
