extension LanguageProfile {
  static let hindi = LanguageProfile(
    language: .hindi,
    functionWords: """
      के में है की से का को और हैं पर ने यह कि इस एक भी जो हो कर वह लिए अपने तो ही था थे थी या नहीं साथ \
      बाद तक उस उन इन कुछ क्या कौन कहाँ क्यों कैसे जब तब अगर लेकिन मैं हम आप तुम वे ये मेरा हमारे
      """,
    otherStopWords: "अब अभी आदि इसके इसमें उनके उसके उनका उसका ऐसे करता करते करना करने किया किसी कोई गया गई जा जैसे द्वारा दिया दो पहले फिर बहुत रहा रहे रही वाले सकता सकते सभी हुआ हुए हुई होता होती होते होने",
    abbreviations: AbbreviationLists(leading: "डॉ प्रो श्री", numbered: "पृ सं", trailing: "आदि", times: ""),
    vowels: "अआइईउऊऋएऐओऔािीुूृेैोौ"
  )
}
