import Testing

@testable import TextAnalysis

@Suite struct SentenceLanguageTests {
  static let european: [SentenceCase] = [
    .init("Am 3. Oktober war Dr. Meier da. ¦ Er blieb z. B. bis 18 Uhr. ¦ Das war alles.", .german),
    .init("„Nein“, sagte sie leise: „Ich gehe.“ ¦ Wir haben 1.000.000 Euro.", .german),
    .init(
      "Ludwig XIV. und Karl V. regierten im 17. Jahrhundert usw. ¦ Danach kam nichts.", .german),
    .init("Vom 3. bis 21.11. Oktober war zu. ¦ N°. 1026.253 ist hier.", .german),
    .init("Es steht auf Seite 15. ¦ Jeder kann es lesen.", .german),
    .init("M. Roux a dit : « Nous venons. » ¦ Puis il est parti.", .french),
    .init("Voir p. 12 et art. 3. ¦ C’est tout, etc. ¦ Fin.", .french),
    .init("¿Cómo está? ¦ Bien. ¦ Soy el Lic. Paz y él es el Dr. Gil.", .spanish),
    .init("«No hay genio sin locura.», dijo él.", .spanish),
    .init("Sono l'Ing. Neri. ¦ È presente l’Avv. Bassi?", .italian),
    .init("O Sr. Lima mora na Av. Central. ¦ Ele chegou.", .portuguese),
    .init("Dhr. Vos kwam o.a. met mevr. Smit. ¦ 81 procent was raak.", .dutch),
    .init(
      "To jest np. dr Nowak. ¦ Mieszka przy ul. Długiej 5. ¦ Urodził się w 1950 r. w Łodzi.",
      .polish),
    .init("Ing. Novák bydlí např. v Praze. ¦ Byl tam 5. května.", .czech),
    .init("Объём — 5 куб.м. ¦ Это много. ¦ А. С. Пушкин жил в г. Москве.", .russian),
    .init("— Где он? — спросила она. ¦ — Не знаю.", .russian),
    .init("Це проф. Коваль. ¦ Він живе на вул. Зеленій.", .ukrainian),
    .init("Πού είναι; ¦ Τις Κυριακές λείπει. ¦ Ο κ. Νίκου ξέρει.", .greek),
    .init("Det är t.ex. dr Berg. ¦ Han bor här.", .swedish),
    .init("Prof. Dr. Kaya geldi. ¦ Saat 5 vb. ¦ Bu yeterli.", .turkish),
  ]

  static let others: [SentenceCase] = [
    .init("これはペンです。¦それは何ですか？¦いいえ！", .japanese),
    .init("彼は「行く。待て。」と言った。¦私は待った。", .japanese),
    .init("「行く。待て。」¦彼は走った。", .japanese), .init("これは（笑。）だ。¦次。", .japanese),
    .init("我们去看《爸爸！再见》好吗？¦好！", .chinese), .init("他说：“我去。”¦天黑了。", .chinese),
    .init("天黑了。¦“我去。”¦他走了。", .chinese),
    .init("版本是3.5。¦很好!¦真的?¦是。", .chinese),
    .init("의회는 화요일에 열렸다. ¦ 아무도 몰랐다.", .korean),
    .init("यह सच है। ¦ कोई नहीं जानता॥ ¦ क्यों?", .hindi),
    .init("ماذا حدث؟ ¦ لا أحد يعرف. ¦ انتهى.", .arabic),
    .init("یہ سچ ہے۔ ¦ کیوں؟", .urdu), .init("מה קרה? ¦ איש לא יודע. ¦ זהו.", .hebrew),
  ]

  @Test(arguments: european + others)
  func finds(sample: SentenceCase) {
    #expect(sample.found == sample.sentences)
  }

  @Test func detectsTheLanguage() {
    let text = Array("Am 3. Oktober war der Rat mit ihm nicht zufrieden. Das ist auch so.".utf8)
    #expect(SentenceSegmenter.sentences(in: text).count == 2)
  }
}
