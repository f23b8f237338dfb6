import ArticleModel
import ArticleReaders
import Glibc
import Testing

/// The examples of GitHub's specification of Markdown, which holds those of CommonMark 0.29: no word of what they say may
/// be missing from the article, and no line may be without an owner.
///
/// The specification comes with Debian's package `cmark-gfm`. Where it is not there, a warning says so.
@Suite struct SpecificationTests {
  static let path = "/usr/share/doc/cmark-gfm/spec.txt.gz"

  struct Example {
    var number: Int
    var markdown: String
    var html: String
  }

  @Test func everyExampleKeepsItsText() throws {
    let examples = SpecificationTests.examples()
    guard !examples.isEmpty else {
      Issue.record(
        "\(Self.path) is not there, so no example was tried: install cmark-gfm", severity: .warning)
      return
    }
    #expect(examples.count == 673)
    // The filter of tags that a site must not show is for pages that are shown as HTML.
    for example in examples where !example.html.contains("&lt;title>") {
      let article = ArticleReader.read(
        Array(example.markdown.utf8), path: "spec.md", format: .markdown)
      #expect(uncoveredLines(article) == [], "example \(example.number)")
      var left = Self.words(Self.text(of: article))
      var missing: [String] = []
      for word in Self.visibleWords(example.html) {
        if let count = left[word], count > 0 {
          left[word] = count - 1
        } else {
          missing.append(word)
        }
      }
      #expect(missing == [], "example \(example.number): \(example.markdown)")
    }
  }

  // MARK: What an article says

  /// All texts of an article, and the lines that its metadata were read from.
  private static func text(of article: Article) -> String {
    var parts = article.nodes.map { article.string($0.text) }
    parts += article.cells.map { article.string($0.text) }
    parts += article.frontMatter.map { article.sourceString($0.source) }
    // cmark prints the number of a footnote in its list; the model has the label.
    parts += article.footnotes.map { article.string($0.label) }
    // The words of an image stand in the run that names it.
    parts += article.runs.filter { $0.style.contains(.link) }.map { article.string($0.text) }
    return parts.joined(separator: " ")
  }

  private static func words(_ text: String) -> [String: Int] {
    var words: [String: Int] = [:]
    for word in split(text) { words[word, default: 0] += 1 }
    return words
  }

  private static func split(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The words between the tags of a page, outside comments, declarations and scripts.
  private static func visibleWords(_ html: String) -> [String] {
    var text = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      rest = rest[open...]
      // Tags within a word do not end it.
      guard let end = end(ofTag: rest) else { break }
      rest = rest[end...]
    }
    text += rest
    for (reference, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&"),
    ] {
      text = text.replacing(reference, with: character)
    }
    return split(text)
  }

  /// The index after a tag, comment, declaration or script that begins a text.
  private static func end(ofTag text: Substring) -> Substring.Index? {
    for (start, close) in [
      ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<script", "</script>"),
    ] where text.hasPrefix(start) {
      return text.firstRange(of: close)?.upperBound
    }
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return text.index(after: index)
      }
    }
    return nil
  }

  // MARK: The specification

  private static func examples() -> [Example] {
    guard access(path, R_OK) == 0, let pipe = popen("gzip -dc \(path)", "r") else { return [] }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return parse(String(decoding: bytes, as: UTF8.self))
  }

  private static func parse(_ specification: String) -> [Example] {
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var parts: [[Substring]]?
    for line in specification.split(separator: "\n", omittingEmptySubsequences: false) {
      if parts == nil {
        if line.hasPrefix(fence + " example") { parts = [[]] }
      } else if line == fence {
        let text = parts!.map {
          $0.map { $0 + "\n" }.joined().replacing("→", with: "\t")
        }
        examples.append(
          Example(
            number: examples.count + 1, markdown: text[0], html: text.count > 1 ? text[1] : ""))
        parts = nil
      } else if line == "." {
        parts!.append([])
      } else {
        parts![parts!.count - 1].append(line)
      }
    }
    return examples
  }
}
