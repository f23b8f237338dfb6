import PluginHost
import Testing

@testable import REPL

@Suite struct CompleterTests {
  /// The texts that complete what stands before `|`.
  private func completions(_ marked: String) throws -> (
    texts: [String], replaced: String, hints: [String]
  ) {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    let workspace = try Workspace.sample(Said())
    _ = workspace.handle(
      "t = { alpha = 1, beta = { gamma = 2 }, ['no name'] = 3 } p = article.paragraphs[1]")
    let text = parts.joined()
    let completer = Completer(session: workspace.session, locator: PluginLocator(searchPath: []))
    guard let found = completer.candidates(text, cursor: parts[0].utf8.count) else {
      return ([], "", [])
    }
    let bytes = Array(text.utf8)
    return (
      found.items.map(\.text), String(decoding: bytes[found.range], as: UTF8.self),
      found.items.map(\.hint)
    )
  }

  @Test(arguments: [
    ("artic|", ["article", "articles"], "artic"), ("x = articles[1].titl|", ["title"], "titl"),
    ("article:cou|", ["count("], "cou"), ("article.coun|", [":count("], ".coun"),
    ("t.|", ["alpha", "beta"], ""), ("t.beta.|", ["gamma"], ""), ("p.sent|", ["sentences"], "sent"),
    ("p.section.lev|", ["level"], "lev"),
    ("article.tables[1]:c|", ["cell(", "cell_runs(", "count("], "c"),
    ("article.paragraphs:filter(f)[1].rol|", ["role"], "rol"), ("article:find('x')[1].|", [], ""),
    ("ibid.nor|", ["normalise("], "nor"), ("ibid.json.en|", ["encode("], "en"),
    ("p.text:upp|", ["upper("], "upp"),
    ("article:count \"wo|", ["words\""], "wo"), ("article:count('foot|", ["footnotes'"], "foot"),
    ("'artic|", [], ""), ("-- artic|", [], ""), ("whi|", ["while"], "whi"), ("1.|", [], ""),
    ("|", [], ""),
    (":ra|", ["raw "], "ra"), (":raw artic|", ["article", "articles"], "artic"),
    (":t|", ["time ", "trace"], "t"),
    ("?parag|", ["paragraph"], "parag"), ("?article.tit|", ["title"], "tit"),
    ("?:ru|", [":run"], ":ru"),
    (":limits me|", ["memory="], "me"), (":open Package.sw|", ["Package.swift"], "Package.sw"),
    ("articles[|", ["1]"], ""), ("x = articles[1|", ["1]"], "1"), ("t[|", [], ""),
    (":open lam|", ["lamps.md"], "lam"), (":wat|", ["watch "], "wat"), (":watch o|", ["off"], "o"),
    ("ARTIC|", ["article", "articles"], "ARTIC"), ("artic|le", ["article", "articles"], "artic"),
  ])
  func completes(marked: String, texts: [String], replaced: String) throws {
    let found = try completions(marked)
    #expect(found.texts == texts)
    if !texts.isEmpty { #expect(found.replaced == replaced) }
  }

  @Test func hintsAtSignatureAndSentence() throws {
    #expect(
      try completions("p.lin|").hints == ["line: integer — The line of the first byte, from 1."])
    #expect(
      try completions("ibid.fol|").hints == [
        "fold(text: string): string — The text without differences of case, for comparing."
      ])
  }

  @Test(arguments: [
    ("article:count(", "(unit: unit): integer"),
    ("ibid.words(", "(text: string, language: string?): string[]"),
    ("article:frequencies{ top = ", "(settings: frequencies?): frequency[]"),
    ("article.title", nil), ("f(", nil),
    ("article:count(x)", nil),
  ])
  func hintsAtTheOpenCall(text: String, hint: String?) throws {
    let workspace = try Workspace.sample(Said())
    let shown = CallHint(session: workspace.session).text(Array(text.utf8))
    #expect(shown?.components(before: " — ") == hint)
    #expect(shown.map { $0.contains(" — ") } ?? true)
  }

  @Test func callsNothingWhileItCompletes() throws {
    let said = Said()
    let workspace = try Workspace.sample(said)
    _ = workspace.handle("function boom() print('called') return article end")
    _ = Completer(session: workspace.session).candidates("boom().tit", cursor: 10)
    #expect(said.lines == [])
  }
}

extension String {
  /// What stands before the first mark; all where there is none.
  fileprivate func components(before mark: String) -> String {
    guard let range = firstRange(of: mark) else { return self }
    return String(self[..<range.lowerBound])
  }
}
