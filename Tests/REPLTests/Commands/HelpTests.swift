import PluginHost
import Testing

@testable import REPL

@Suite struct HelpTests {
  private func help(_ text: String) throws -> [String] {
    let said = Said()
    let workspace = try Workspace.sample(said, columns: 80)
    #expect(workspace.handle("p = article.paragraphs[1]") == .done)
    #expect(workspace.handle(text) == .done)
    return said.lines
  }

  @Test(arguments: [
    ("?article.title", "article.title: string?"), ("article.title?", "article.title: string?"),
    ("?p.text", "node.text: string"), ("?p", "p: paragraph"), ("?paragraph", "paragraph (a node)"),
    ("?ibid.words", "ibid.words(text: string, language: string?): string[]"),
    ("?ibid.json.encode", "ibid.json.encode(value: any): string"),
    ("?:run", ":run PLUGIN [name=value…]"),
    ("?articles[1]:count", "article:count(unit: unit): integer"),
    ("?while", "'while' is a word of Lua 5.4 itself"),
    ("?paragrphs", "nothing is known of 'paragrphs'; did you mean '?paragraphs'?"),
    ("?zzzzzz", "nothing is known of 'zzzzzz'"),
  ])
  func explains(text: String, first: String) throws {
    #expect(try help(text).first == first)
  }

  @Test func explainsEveryNameOfTheAPI() throws {
    for type in API.types {
      #expect(try help("?\(type.name)").first?.hasPrefix("nothing") == false, "\(type.name)")
    }
    let said = Said()
    let workspace = try Workspace.sample(said, columns: 80)
    for member in API.types.flatMap(\.members) {
      #expect(workspace.handle("?\(member.qualifiedName)") == .done)
      #expect(said.take().first == member.qualifiedName + HelpText.signature(member))
    }
  }

  @Test func helpFitsOnAScreen() throws {
    for text in [":help", "?article", "?node", "?collection", "?ibid"] {
      #expect(try help(text).count <= 22, "\(text)")
    }
  }
}
