extension LanguageProfile {
  static let hebrew = LanguageProfile(
    language: .hebrew,
    functionWords: """
      של את על לא הוא היא זה זו כי עם גם או אבל כל יש אין היה היו הייתה אני אתה אנחנו הם הן מה מי \
      איך למה מתי איפה אם כן רק עוד אחרי לפני בין עד כמו אשר אך לאחר ידי כדי שלא להיות יותר מאוד \
      אלא
      """,
    otherStopWords: """
      אותו אותה אותם אחד אחת אלה אלו אנו בו בה בהם בכל במה בעוד הזה הזאת יהיה יכול כבר ככל כך לו \
      לה להם לי לנו מאז מול מן נגד פי פה שם שלו שלה שלהם תחת
      """,
    abbreviations: AbbreviationLists(
      leading: "ד\"ר פרופ' גב' מר", numbered: "עמ' מס'", trailing: ""),
    vowels: "אהויע"
  )
}
