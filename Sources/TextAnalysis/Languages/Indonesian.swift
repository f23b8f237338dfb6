extension LanguageProfile {
  static let indonesian = LanguageProfile(
    language: .indonesian,
    functionWords: """
      yang dan di dengan untuk pada dari dalam ini itu adalah ke tidak akan oleh juga sebagai \
      atau telah dapat karena ada bahwa tersebut saya kami kita mereka dia ia anda lebih sudah \
      bisa seperti hanya setelah namun tetapi saat ketika antara para secara menjadi masih harus \
      belum sangat sebuah suatu bagi hingga agar jika maka lain tahun apa siapa mengapa bagaimana \
      mana sehingga yaitu serta
      """,
    otherStopWords: """
      agak akhirnya aku apakah banyak beberapa begitu berbagai bukan demikian hal hampir kamu \
      kemudian kepada lagi lalu melalui memang merupakan oleh pernah pula pun saja sampai sebelum \
      sedang selain selama semua sendiri setiap tanpa tentang terhadap
      """,
    abbreviations: AbbreviationLists(
      leading: "dr prof ir drs dra h hj tn ny sdr jl kol gen st a.n d.a u.p yth",
      numbered: "hal hlm no jil bab gbr tel vol",
      trailing: "tbk cs sh se m.si s.pd a.d a.s",
      closing: "dll dsb dst"
    )
  )
}
