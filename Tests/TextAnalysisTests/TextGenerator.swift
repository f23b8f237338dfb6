/// Makes reproducible text of every kind that segmentation meets, also malformed.
struct TextGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number in `0..<limit` (xorshift64*).
  mutating func next(_ limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % limit
  }

  static let pieces: [String] = [
    " ", " ", " ", " ", "\n", "\r\n", "\t", "  ", "\u{A0}", "\u{2003}", "\u{3000}", "\u{2028}",
    "word", "a", "I", "can't", "L’île", "naïve", "e\u{301}", "\u{301}", "\u{AD}", "\u{200D}",
    "\u{200B}",
    "\u{2060}", "\u{FE0F}", "3.14", "1,000", "1:2", "a:b", "a.b", "5", "x_y", "_", "__", "$", "%",
    ".", ",", "'", "\"", "’", "·", ":", ";", "!", "?", "-", "–", "(", ")", "/", "@", "#", "&",
    "Привет", "мир", "объём", "Ελλάδα", "ώρα", "שלום", "צה\"ל", "ג'ירפה", "׳", "״", "مرحبا", "١٢٣",
    "نِ", "،",
    "हिन्दी", "है", "।", "தமிழ்", "ไทย", "ภาษาไทย", "ລາວ", "ខ្មែរ", "မြန်မာ", "日本語", "の", "カタカナ", "ー", "ｶﾅ",
    "漢字", "中文分词", "한국어", "가", "월", "\u{11A8}", "문장", "ㄱ", "\u{1100}\u{1161}", "。", "、", "！", "「",
    "」", "Ａ", "１", "：",
    "😀", "👩‍👩‍👧", "🇩🇪", "🇯", "1️⃣", "©", "™", "Ⓜ", "ℹ", "½", "²", "Ⅳ", "①", "𝒜", "𠮷", "ß", "ſ", "İ", "ﬁ",
    "ª", "º", "µ", "։", "՚", "Հայ", "ქართული", "\u{FEFF}", "\u{85}", "\0", "\u{7F}", "．", "＇", "‿",
    "⁀", "″",
  ]

  static let malformed: [[UInt8]] = [
    [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80],
  ]

  /// UTF-8 of `pieces` random pieces, about one in thirty of them malformed.
  mutating func mixedText(pieces: Int) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<pieces {
      if next(30) == 0 {
        text += Self.malformed[next(Self.malformed.count)]
      } else {
        text += Array(Self.pieces[next(Self.pieces.count)].utf8)
      }
    }
    return text
  }
}
