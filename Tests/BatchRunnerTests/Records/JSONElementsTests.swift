import Testing

@testable import BatchRunner

struct JSONElementsTests {
  @Test(
    arguments: [
      ("[]", []), (" [ ] ", []), ("[1]", ["1"]),
      (#"[ 1 , "a,]" ,[2,{"x":"]"}], null ]"#, ["1", #""a,]""#, #"[2,{"x":"]"}]"#, "null"]),
      ("", nil), ("{}", nil), ("[1", nil), ("[1,", nil), ("[1,]", nil), ("[,1]", nil),
      ("[1]]", nil), ("[1] x", nil),
    ] as [(String, [String]?)])
  func elements(_ text: String, _ expected: [String]?) {
    // What stands around the range is not looked at.
    let bytes = Array("[\(text),9]".utf8)
    let found = JSONElements.ranges(bytes, in: 1..<bytes.count - 3)
    #expect(found.map { $0.map { String(decoding: bytes[$0], as: UTF8.self) } } == expected)
  }
}
