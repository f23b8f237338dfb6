import ArticleModel
import Testing

@Suite("Tables whose cells ideographic spaces keep apart")
struct WideSpaceTableTests {
  private func read(_ rows: String) -> Article {
    let source = "町の渡し船について\n\n渡し船は春に作られた。以下は港の記録による。\n\n\(rows)\n\n記録は今も町に残っている。\n"
    return readText(source)
  }

  @Test("Columns are padded with ideographic spaces, and with others where digits are narrow")
  func columns() {
    let article = read(
      """
      船名　　　長さ　　乗員　　建造年
      大島丸　　12間　　4人　　 1790年
      小波　　　9間　　 3人　　 1802年
      """)
    #expect(
      article.rows == [
        ["船名", "長さ", "乗員", "建造年"], ["大島丸", "12間", "4人", "1790年"],
        ["小波", "9間", "3人", "1802年"],
      ])
    #expect(article.tables.first?.hasHeader == true)
  }

  @Test("Two columns are a table where they are padded")
  func twoColumns() {
    let article = read("大島丸　　十二間\n小波　　　九間\n白鳥号　　十四間")
    #expect(article.rows == [["大島丸", "十二間"], ["小波", "九間"], ["白鳥号", "十四間"]])
  }

  @Test(
    "Speech, verses and headings with such a space are no tables",
    arguments: [
      "船頭　今日は波が高い\n客　　それでも渡りたい。\n船頭　では行こう。", "春眠不觉晓　处处闻啼鸟\n夜来风雨声　花落知多少\n春眠不觉晓　处处闻啼鸟",
      "第一章　渡し船\n第二章　水車\n第三章　塩の道", "大島丸　　十二間　　四人\n小波　　　九間　　　三人",
    ])
  func noTables(text: String) {
    #expect(read(text).tables.isEmpty)
  }
}
