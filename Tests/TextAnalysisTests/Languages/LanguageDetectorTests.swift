import Testing

@testable import TextAnalysis

@Suite struct LanguageDetectorTests {
  static let samples: [(code: String, text: String)] = [
    ("en", "The parish council met on Tuesday, and it was not clear whether they would agree."),
    ("de", "Der Gemeinderat tagte am Dienstag, und es war nicht klar, ob er sich einigen würde."),
    (
      "fr",
      "Le conseil municipal s’est réuni mardi et on ne savait pas si les élus allaient s’entendre."
    ),
    (
      "es",
      "El concejo se reunió el martes y no estaba claro si los vecinos llegarían a un acuerdo."
    ),
    (
      "it",
      "Il consiglio si è riunito martedì e non era chiaro se i cittadini sarebbero stati d’accordo."
    ),
    (
      "pt",
      "O conselho reuniu-se na terça-feira e não era claro se os vizinhos chegariam a um acordo."
    ),
    (
      "nl",
      "De gemeenteraad kwam dinsdag bijeen en het was niet duidelijk of ze het eens zouden worden."
    ),
    ("pl", "Rada gminy zebrała się we wtorek i nie było jasne, czy mieszkańcy się na to zgodzą."),
    (
      "cs",
      "Rada obce se sešla v úterý a nebylo jasné, zda se na tom shodnou, protože jich bylo málo."
    ),
    (
      "sk",
      "Rada obce sa zišla v utorok a nebolo jasné, či sa na tom zhodnú, pretože ich bolo málo."
    ),
    ("ru", "Совет собрался во вторник, и было неясно, смогут ли они об этом договориться."),
    ("uk", "Рада зібралася у вівторок, і було неясно, чи зможуть вони про це домовитися."),
    ("bg", "Съветът се събра във вторник и не беше ясно дали те ще се споразумеят за това."),
    ("el", "Το συμβούλιο συνεδρίασε την Τρίτη και δεν ήταν σαφές αν θα συμφωνήσουν."),
    ("tr", "Meclis salı günü toplandı ve bu konuda anlaşıp anlaşamayacakları henüz belli değildi."),
    ("ar", "اجتمع المجلس يوم الثلاثاء ولم يكن من الواضح ما إذا كانوا سيتفقون على ذلك."),
    ("fa", "شورا روز سه‌شنبه تشکیل جلسه داد و روشن نبود که آیا آنها با این طرح موافقت می‌کنند."),
    ("ur", "کونسل کا اجلاس منگل کو ہوا اور یہ واضح نہیں تھا کہ وہ اس پر متفق ہوں گے۔"),
    ("he", "המועצה התכנסה ביום שלישי ולא היה ברור אם הם יסכימו על כך."),
    ("hi", "परिषद की बैठक मंगलवार को हुई और यह स्पष्ट नहीं था कि वे इस पर सहमत होंगे।"),
    ("th", "สภาประชุมกันเมื่อวันอังคาร และยังไม่ชัดเจนว่าพวกเขาจะตกลงกันได้หรือไม่"),
    ("zh", "村委会星期二开会，大家能不能达成一致还不清楚。"),
    ("ja", "議会は火曜日に開かれ、住民が合意するかどうかは明らかではなかった。"),
    ("ko", "의회는 화요일에 열렸고, 주민들이 합의할 수 있을지는 분명하지 않았다."),
    ("sv", "Rådet möttes på tisdagen och det var inte klart om de skulle komma överens."),
    (
      "da", "Rådet mødtes tirsdag, og det var ikke klart, hvad de ville blive enige om efter mødet."
    ),
    (
      "fi",
      "Neuvosto kokoontui tiistaina, eikä ollut selvää, olivatko he siitä samaa mieltä vai ei."
    ),
    ("hu", "A tanács kedden ült össze, és nem volt világos, hogy meg tudnak-e egyezni."),
    (
      "ro",
      "Consiliul s-a întrunit marți și nu era clar dacă locuitorii vor fi de acord cu acest plan."
    ),
    (
      "id",
      "Dewan itu bertemu pada hari Selasa dan belum jelas apakah mereka akan setuju dengan ini."
    ),
    ("vi", "Hội đồng đã họp vào thứ ba và không rõ liệu họ có đồng ý với kế hoạch này hay không."),
    (
      "ca",
      "El consell es va reunir dimarts i no era clar si els veïns arribarien a un acord amb això."
    ),
  ]

  @Test(arguments: samples)
  func tellsOneSentence(sample: (code: String, text: String)) {
    #expect(LanguageDetector.detect(Array(sample.text.utf8))?.code == sample.code)
  }

  @Test(arguments: [
    "", "12.5 % (2014)", "Zyx Qwrt Plmk", "???", "\u{FFFD}", "OK", "Tokyo Berlin Roma",
  ])
  func isSilentWhenUnsure(text: String) {
    #expect(LanguageDetector.detect(Array(text.utf8)) == nil)
  }

  @Test(
    "A letter speaks for all languages that have it",
    arguments: [
      ("Вещи и помещения общего пользования.", "ru"), ("Женщина несла на рынок овощи.", "ru"),
      ("Площадът до моста беше почти празен.", "bg"), ("Щука плавала в пруду.", nil),
      ("Наш музей шукає помічників.", "uk"), ("El médico llegó tarde.", nil),
      ("Théâtre fermé jusqu’à demain.", nil), ("Début des travaux à la gare.", "fr"),
      ("La plaça és buida.", "ca"),
    ])
  func sharedLetters(text: String, code: String?) {
    #expect(LanguageDetector.detect(Array(text.utf8))?.code == code)
  }

  @Test func quotedScriptsDoNotOutvoteTheText() {
    let text = "The headline said that “日本は制裁対象外” and meaning was not what they had expected."
    #expect(LanguageDetector.detect(Array(text.utf8)) == .english)
    let japanese = "彼は Financial Times と Wall Street Journal を読んでいると言った。"
    #expect(LanguageDetector.detect(Array(japanese.utf8)) == .japanese)
  }

  @Test func looksOnlyAtTheBeginning() {
    let english = "It is what they have and it was not for them to say. "
    let german = "Es ist nicht das, was sie haben, und das war auch nicht für sie. "
    let text = String(repeating: english, count: 60) + String(repeating: german, count: 500)
    #expect(LanguageDetector.detect(Array(text.utf8)) == .english)
  }

  @Test func survivesMalformedText() {
    for seed in 0..<50 as Range<UInt64> {
      var generator = TextGenerator(seed: seed)
      _ = LanguageDetector.detect(generator.mixedText(pieces: 100))
    }
    #expect(LanguageDetector.detect([0xFF, 0xFE, 0x80]) == nil)
  }
}
