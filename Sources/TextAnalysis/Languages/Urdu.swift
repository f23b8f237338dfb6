extension LanguageProfile {
  static let urdu = LanguageProfile(
    language: .urdu,
    functionWords: """
      کے میں کی ہے اور سے کا کو اس نے یہ پر کہ ہیں بھی تھا تھے تھی ایک جو ہو وہ تو نہیں کر ان کیا \
      گیا گئی لئے لیے کوئی اپنے اپنی ہم آپ مجھے جب تک بعد ساتھ کچھ یا اگر لیکن کیوں کہاں کیسے
      """,
    otherStopWords: """
      ابھی اب بہت تمام جا جس دو دیا رہا رہے رہی سب صرف طرح ہوا ہوئے ہوئی ہوتا والے والی پھر
      """,
    distinctiveLetters: "ٹڈڑںےہھ",
    vowels: "اویےآ"
  )
}
