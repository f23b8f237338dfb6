extension LanguageProfile {
  static let turkish = LanguageProfile(
    language: .turkish,
    functionWords: """
      ve bir bu da de için ile çok olarak daha olan gibi en kadar ne o ama sonra var her göre \
      ancak değil diye şey ya ise ki mi mı mu mü ben sen biz siz onlar bana sana ona bize onu \
      bunu şu bunun onun nasıl neden niçin kim nerede hangi olduğu oldu olduğunu olur olması etti \
      eden etmek edilen tarafından önce üzere fakat veya hem çünkü bile bazı tüm bütün aynı \
      sadece yalnız yok vardı idi
      """,
    otherStopWords: """
      acaba altı aslında az beri beş böyle bunlar dahi defa dokuz dolayı dört eğer gene gerek hep \
      hiç iki iki kez kendi kendine kimse nerde niye oysa öyle pek rağmen sanki sekiz şayet \
      şekilde şöyle üç üzerinde yedi yine zaten
      """,
    distinctiveLetters: "ğışİöüç",
    abbreviations: AbbreviationLists(
      leading: """
        dr prof doç yrd av alb gen org müh sn bkz örn hz st mah cad sok apt yy bul gör çev haz \
        yay
        """,
      numbered: "s sf nr no c sy mad md böl tab şek tel",
      trailing: "a.ş ltd şti co m.ö m.s yy dk sn sa tl",
      closing: "vb vs vd"
    ),
    vowels: "aeıioöuüâîû",
    eachVowelIsSyllable: true
  )
}
