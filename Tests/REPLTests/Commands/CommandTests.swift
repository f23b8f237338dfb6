import Testing

@testable import REPL

@Suite struct CommandTests {
  @Test(arguments: [
    (":open a b", PromptInput.command(name: "open", rest: "a b")),
    ("  :q ", .command(name: "q", rest: "")),
    ("?count", .help("count")), ("??count", .help("count", withSource: true)),
    ("article.title?", .help("article.title")),
    ("? ", .help("")), ("=1 + 1", .lua("1 + 1")), ("::label::", .lua("::label::")),
    ("x == y", .lua("x == y")),
    ("(x)?", .lua("(x)?")),
  ])
  func tellsCommandsFromLua(text: String, input: PromptInput) {
    #expect(PromptInput(text) == input)
  }

  @Test(arguments: [
    ("a b", ["a", "b"]), ("'a b' c", ["a b", "c"]), ("a\\ b", ["a b"]), ("x=\"1 2\"", ["x=1 2"]),
    ("  ", []),
    ("''", [""]),
  ])
  func splitsWords(text: String, words: [String]) {
    #expect(CommandWords.split(text) == words)
  }

  @Test(arguments: ["plain", "two words", "a\\b", "it's", "日本"])
  func quotesWordsSoThatTheySplitBack(word: String) {
    #expect(CommandWords.split(CommandWords.quoted(word)) == [word])
  }

  @Test(arguments: [
    (":opne x", ["error: there is no command ':opne'", "hint: did you mean ':open'?"]),
    (":zzzz", ["error: there is no command ':zzzz'", "hint: :help lists the commands"]),
    (":raw", ["error: there is no value yet", "hint: :raw EXPRESSION shows all of one"]),
    (":time", ["error: usage: :time EXPRESSION"]),
    (":open", ["error: usage: :open PATH|PATTERN…"]),
    (":open /no/such/file", ["error: no such file or folder: '/no/such/file'"]),
    (":run nosuch", ["error: no plugin 'nosuch'"]),
    (":run x y", ["error: 'y' is no setting; write name=value"]),
    (":reload", ["error: no plugin has run yet", "hint: :run PLUGIN runs one"]),
    (":limits cpu=never", ["error: limit 'cpu': 'never' is not a time such as 10s, 500ms or 2m"]),
    (":source 1", ["error: '1' has no place in a source", "hint: try :source article.blocks[1]"]),
    ("article.titel", ["error: article has no member 'titel'; did you mean 'title'?"]),
    ("artcle", ["error: undefined variable 'artcle' (did you mean 'article'?)"]),
    ("titel", ["error: undefined variable 'titel' (did you mean 'article.title'?)"]),
    ("x = = 1", ["error: unexpected symbol near '='"]),
    ("a = 1\nerror('no')\nb = 2", ["error: no", "  2 | error('no')"]),
  ])
  func complains(text: String, complaint: [String]) throws {
    let said = Said()
    let workspace = try Workspace.sample(said)
    #expect(workspace.handle(text) == .failed)
    #expect(Array(said.complaints.prefix(complaint.count)) == complaint)
  }

  @Test func showsTheSourceOfANode() throws {
    let said = Said()
    let workspace = try Workspace.sample(said)
    #expect(workspace.handle(":source article.headings[1]") == .done)
    #expect(
      said.lines == [
        " 3   The keepers wrote a log[^1] each night. It had 北灯守", "     on its spine.", " 4",
        " 5 │ ## Figures", " 6", " 7   | Station | Lamps | Opened |",
      ])
  }

  @Test func showsTheLastErrorInFull() throws {
    let said = Said()
    let workspace = try Workspace.sample(said)
    #expect(workspace.handle(":trace") == .done)
    #expect(said.take() == ["no error so far"])
    _ = workspace.handle("function f() error('deep') end")
    #expect(workspace.handle("f()") == .failed)
    #expect(workspace.handle(":trace") == .done)
    #expect(said.lines.first == "error: deep")
    #expect(said.lines.contains { $0.contains("in function") })
  }

  @Test(arguments: [":quit", ":q", ":qu"])
  func leaves(text: String) throws {
    #expect(try Workspace.sample(Said()).handle(text) == .quit)
  }
}
