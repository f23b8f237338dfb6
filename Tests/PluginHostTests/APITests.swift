import ArticleModel
import Glibc
import Testing

@testable import PluginHost

/// The declaration: what is said there is so.
@Suite struct APITests {
  /// Every example runs; a value is missing only where the type says that it may be.
  @Test(arguments: API.types.flatMap(\.members))
  func exampleRuns(_ member: APIMember) throws {
    let session = try ReplSession()
    session.open(Fixture.article)
    switch session.evaluate(member.example) {
    case .values(let values):
      let givesNothing = member.kind != .field && member.signature.hasSuffix(")")
      if !givesNothing && !member.signature.hasSuffix("?") {
        let value = try #require(values.first)
        if case .nil = value { Issue.record("\(member.example) is nil") }
      }
    case .incomplete: Issue.record("\(member.example) is incomplete")
    case .failed(_, let error): Issue.record("\(member.example): \(error.message)")
    }
    #expect(member.example.contains(member.name))
  }

  @Test(arguments: API.types.flatMap(\.members))
  func memberIsDocumented(_ member: APIMember) {
    #expect(member.doc.hasSuffix(".") || member.doc.hasSuffix("…"))
    #expect(member.since.contains("."))
    #expect(member.kind == .field || member.signature.hasPrefix("("))
  }

  /// The numbers that C has for kinds are the places of the cases.
  @Test func typesOfNodesFollowTheModel() {
    #expect(
      Array(API.types.map(\.name).prefix(NodeKind.allCases.count))
        == NodeKind.allCases.map(\.rawValue))
  }

  @Test func namesAreUniqueWithinAType() {
    for type in API.types {
      #expect(Set(type.members.map(\.name)).count == type.members.count, "\(type.name)")
    }
  }

  @Test func membersOfAKindIncludeThoseOfNodes() {
    let names = API.members(ofType: "footnote").map(\.name)
    #expect(names.contains("antecedent") && names.contains("text"))
    #expect(names.filter { $0 == "references" }.count == 1)
  }

  @Test(arguments: [
    ("article.title", ["article.title"]), ("article:count", ["article:count"]),
    ("paragraph.text", ["node.text"]),
    ("ibid.json.encode", ["ibid.json.encode"]),
    ("count", ["node:count", "article:count", "ibid.count"]), ("nothing", []),
  ])
  func helpFinds(_ query: String, _ expected: [String]) {
    #expect(API.members(matching: query).map(\.qualifiedName) == expected)
  }

  @Test func definitionFileNamesEverything() {
    let text = API.luaCATS()
    #expect(
      text.contains("---@class ibid.paragraph : ibid.node\n---@field role string The part it plays")
    )
    #expect(text.contains("---@field tables ibid.collection<ibid.table> All tables."))
    #expect(
      text.contains(
        "---@param language? string\n---@return ibid.collection<string>\nfunction ibid.words(text, language) end"
      ))
    #expect(
      text.contains(
        "---@param visit fun(node: ibid.node, depth: integer): boolean?\nfunction _article:walk(visit) end"
      ))
    #expect(text.contains("---@alias ibid.unit \"words\"|\"sentences\"|"))
    for member in API.types.flatMap(\.members) { #expect(text.contains(member.name)) }
  }

  /// The committed pages are those of the declaration; `IBID_RECORD=1` writes them, as `make docs` does, and fails.
  @Test(arguments: [("reference.md", API.referenceMarkdown()), ("ibid.lua", API.luaCATS())])
  func committedPageIsCurrent(_ name: String, _ text: String) throws {
    let path =
      "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/docs/\(name)"
    let committed = (try? PluginFolder.read(at: path)).map { String(decoding: $0, as: UTF8.self) }
    #expect(committed == text, "make docs")
    if getenv("IBID_RECORD") != nil, committed != text, let file = fopen(path, "w") {
      fputs(text, file)
      fclose(file)
    }
  }

  @Test func referencePageNamesEverything() {
    let text = API.referenceMarkdown()
    #expect(text.contains("| `title` *string?* | The title. | `article.title` |"))
    for type in API.types { #expect(text.contains("\(type.name)\n\n\(type.doc)")) }
  }
}
