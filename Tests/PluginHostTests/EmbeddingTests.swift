import Glibc
import Testing

/// `examples/embedding`: a Swift program of ten lines that runs a plugin on an article.
@Suite struct EmbeddingTests {
  @Test(arguments: [
    ("return #article.paragraphs", "ok 1\n"),
    (
      "return article.paragraphs[3].text",
      "error nothing\nattempt to index a nil value (field 'integer index') plugin.lua:3\n"
    ),
  ])
  func exampleRuns(_ body: String, _ output: String) throws {
    let plugin = TemporaryPlugin(article: body)
    let text = "The first paragraph has words.\n\nThe second paragraph has words too."
    let pipe = try #require(popen("'\(Self.program)' '\(plugin.path)' '\(text)' 2>&1", "re"))
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, pipe)
    #expect(pclose(pipe) == 0)
    #expect(String(decoding: bytes[..<count], as: UTF8.self) == output)
  }

  @Test func exampleIsShort() throws {
    let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = try #require(fopen("\(folder)/examples/embedding/main.swift", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let lines = bytes[..<fread(&bytes, 1, bytes.count, file)].split(separator: UInt8(ascii: "\n"))
    #expect(lines.count <= 10)
  }

  private static let program: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
    let tests = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/EmbeddingExample"
  }()
}
