import Testing

@testable import ArticleReaders

@Suite("UTF-8 is told from other bytes")
struct UTF8CheckTests {
  private func isValid(_ bytes: [UInt8]) -> Bool { UTF8Check.isValid(bytes.span) }

  private func agrees(_ bytes: [UInt8]) -> Bool {
    isValid(bytes) == ((try? UTF8Span(validating: bytes.span)) != nil)
  }

  @Test("The standard library agrees on two bytes and on leads with what may follow")
  func pairs() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max where !agrees([first, second]) {
        Issue.record("\(first) \(second)")
      }
      for second: UInt8 in [0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0] {
        for rest: [UInt8] in [
          [0x80], [0x80, 0x80], [0x80, 0x41], [0x80, 0x80, 0x80], [0xC0, 0x80],
        ]
        where !agrees([first, second] + rest) {
          Issue.record("\(first) \(second) \(rest)")
        }
      }
    }
  }

  @Test("A wrong byte is found wherever it stands in a long text", arguments: [0xFF, 0x80, 0xC3])
  func everywhere(wrong: Int) {
    for count in 0...40 {
      let mixed = Array(String(repeating: "aé", count: count).utf8)
      let plain = [UInt8](repeating: 0x61, count: count)
      for text in [mixed, plain] {
        #expect(isValid(text))
        for place in 0...text.count {
          var broken = text
          broken.insert(UInt8(wrong), at: place)
          #expect(agrees(broken))
        }
      }
    }
  }
}
