import Testing

@testable import REPL

/// The lines between a prompt and its evaluator.
@Suite struct EvaluatorMessageTests {
  @Test(arguments: [
    EvaluatorRequest.Work.open(["a b.txt", "\"q\".md"], only: nil), .open(["a"], only: "b"),
    .block("x = 'é\n日本'"),
    .complete("article."),
    .hint("f("), .replay(Replay(plugins: ["a", "b"], settings: ["a.x=1"], limits: "cpu=1s")),
    .replay(Replay(plugins: ["a"])),
  ])
  func requestsComeThrough(work: EvaluatorRequest.Work) {
    let request = EvaluatorRequest(
      id: 7, screen: ScreenSize(columns: 90, rows: 30), looks: .monochrome, work)
    #expect(request.line.last == 0x0A && request.line.dropLast().allSatisfy { $0 != 0x0A })
    #expect(EvaluatorRequest(request.line) == request)
  }

  @Test(arguments: [
    EvaluatorAnswer.Content.show("a\n\u{1B}[1mb\u{1B}[m"), .end(.failed, opened: ["x.txt"]),
    .end(.quit, opened: []),
    .hint(nil), .hint("(unit: unit): integer"), .candidates(nil),
    .candidates(
      Candidates(2..<5, [Candidate(text: "a", hint: "h"), Candidate(text: "b", display: "B")])),
  ])
  func answersComeThrough(content: EvaluatorAnswer.Content) {
    let answer = EvaluatorAnswer(3, content)
    #expect(answer.line.last == 0x0A && answer.line.dropLast().allSatisfy { $0 != 0x0A })
    #expect(EvaluatorAnswer(answer.line) == answer)
  }

  @Test(arguments: [
    "", "{}", "[1]", "{\"id\":1}",
    "{\"id\":1,\"columns\":1,\"rows\":1,\"looks\":\"neon\",\"block\":\"1\"}",
  ])
  func refusesOtherLines(line: String) {
    #expect(EvaluatorRequest(Array(line.utf8)) == nil)
    #expect(EvaluatorAnswer(Array(line.utf8)) == nil)
  }

  @Test func cutsBytesIntoLines() {
    var splitter = LineSplitter()
    splitter.add(Array("one\ntw".utf8)[...])
    #expect(splitter.take() == Array("one".utf8))
    #expect(splitter.take() == nil)
    splitter.add(Array("o\n\nrest".utf8)[...])
    #expect(splitter.take() == Array("two".utf8))
    #expect(splitter.take() == [])
    #expect(splitter.take() == nil)
  }
}
