import ArticleModel
import Testing

@testable import BatchRunner

struct JSONMembersTests {
  private func members(_ text: String) -> (members: [String], isWhole: Bool) {
    let bytes = Array(text.utf8)
    guard JSONMembers(bytes) != nil else { return (["none"], false) }
    let (members, isWhole) = JSONMembers.all(bytes)
    let found = members.map {
      String(decoding: bytes[$0.key], as: UTF8.self) + "="
        + String(decoding: bytes[$0.value], as: UTF8.self)
    }
    return (found, isWhole)
  }

  @Test(arguments: [
    ("{}", [], true), (" { } ", [], true), ("[]", ["none"], false), ("", ["none"], false),
    (#"{"a":1}"#, ["a=1"], true), (#"{ "a" : 1 , "b" : "x" }"#, ["a=1", #"b="x""#], true),
    (#"{"a":"}\"{"}"#, [#"a="}\"{""#], true),
    (#"{"a":{"b":[1,{"c":"]"}]},"d":[]}"#, [#"a={"b":[1,{"c":"]"}]}"#, "d=[]"], true),
    (#"{"a\"b":null}"#, [#"a\"b=null"#], true), (#"{"a":1"#, [], false),
    (#"{"a":1} x"#, ["a=1"], false),
    (#"{"a":"x"#, [], false), (#"{"a":}"#, [], false), (#"{"a" 1}"#, [], false),
    (#"{"a":"\"#, [], false),
    (#"{"a":[1}"#, [], false),
  ])
  func scan(_ text: String, _ expected: [String], _ isWhole: Bool) {
    let (found, whole) = members(text)
    #expect(found == expected)
    #expect(whole == isWhole)
  }

  /// Whatever the parser accepts as an object, the scan sees as one, with the same values.
  @Test(arguments: [
    #"{"input":"a","result":{"x":[1,2,{"y":"\\\""}]},"findings":[]}"#,
    #"{"a":-1.5e3,"b":true,"c":false,"d":null,"e":"é\u0041","f":[[[]]]}"#,
  ])
  func agreesWithTheParser(_ text: String) throws {
    let bytes = Array(text.utf8)
    let value = try JSONParser.parse(bytes)
    var members = try #require(JSONMembers(bytes))
    var count = 0
    while let member = members.next() {
      let key = String(decoding: bytes[member.key], as: UTF8.self)
      #expect(value[key] == (try JSONParser.parse(bytes, in: member.value)))
      count += 1
    }
    #expect(count == value.members?.count)
    #expect(members.isWhole)
  }

  /// What ends strings and objects is found at every place of the eight bytes that are looked at together.
  @Test(arguments: 0..<17)
  func anyPlace(_ count: Int) {
    let pad = String(repeating: "x", count: count)
    let list = #"["\#(pad)",{"\#(pad)\"]":[\#(count),"}"]},[],{}]"#
    let (found, isWhole) = members(#"{"\#(pad)":"\#(pad)\\\"{[","b":\#(list)}"#)
    #expect(found == [#"\#(pad)="\#(pad)\\\"{[""#, "b=\(list)"])
    #expect(isWhole)
    #expect(members(#"{"a":\#(list.dropLast())"#).isWhole == false)
  }
}
