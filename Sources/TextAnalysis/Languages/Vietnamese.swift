extension LanguageProfile {
  static let vietnamese = LanguageProfile(
    language: .vietnamese,
    functionWords: """
      của và là các có trong được cho với không này một những đã để người khi từ cũng đến về như \
      nhiều ra đó thì ở sẽ vào lại nhưng tôi chúng họ anh chị ông bà nó hay hoặc nếu vì nên tại \
      theo trên dưới sau trước đang còn rất phải bị mà bởi do thế nào gì ai đâu sao mỗi
      """,
    otherStopWords: """
      bằng cả cái càng chỉ chưa cùng cứ dù đây đều giữa hơn khác lên luôn mình nào ngay nhất nơi \
      nữa qua quá rằng rồi sự tất thêm tuy từng vẫn vậy vừa xuống
      """,
    distinctiveLetters: "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưáàãâăéèêíìóòõôúùý",
    abbreviations: AbbreviationLists(
      leading: "ts gs pgs ths bs ks tp q p h tx st v.d", numbered: "tr số tập", trailing: "",
      closing: "v.v vv"),
    vowels: "aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
  )
}
