import Testing

@testable import ArticleReaders

@Suite("Phrases looked for together")
struct PhraseSearchTests {
  private let search = {
    var search = PhraseSearch()
    for phrase in ["op. cit", "cit", "a", "photo:", "photo by", "前掲", "前掲書", "указ. соч"] {
      search.add(Array(phrase.utf8))
    }
    return search
  }()

  private func phrases(_ text: String) -> [String] {
    Array(text.utf8).withUnsafeBufferPointer { text in
      search.phrases(in: text).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test(
    "Those that stand in a text are found, the longest first",
    arguments: [
      ("see op. cit., p. 3", ["op. cit", "cit"]), ("cit", ["cit"]), ("op. ci", []), ("", []),
      ("photo by", ["photo by"]), ("photo: xy", ["photo:"]), ("by the photo of", []),
      ("前掲書、12頁", ["前掲書", "前掲"]), ("x前掲", ["前掲"]), ("указ. соч", ["указ. соч"]),
      ("a", ["a"]), ("ta ta", ["a", "a"]),
    ])
  func found(text: String, phrases wanted: [String]) {
    #expect(phrases(text) == wanted)
    let isFound = Array(text.utf8).withUnsafeBufferPointer { search.contains(in: $0) }
    #expect(isFound == !wanted.isEmpty)
  }

  @Test("A place that is refused does not hide the next")
  func places() {
    let isFound = Array("ta photo: a photo:".utf8).withUnsafeBufferPointer { text in
      search.contains(in: text) { $0 == 12 }
    }
    #expect(isFound)
  }
}
