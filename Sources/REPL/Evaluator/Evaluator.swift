import Glibc

/// The prompt's side of its evaluator: requests and their answers, Ctrl-C, and a new process where
/// one has crashed.
final class Evaluator {
  /// How long an evaluation has to stop by itself before Ctrl-C may end its process.
  private static let patience = Duration.seconds(1)

  private let looks: Looks
  private let output: PromptOutput
  private var process: EvaluatorProcess
  private var lastID = 0
  /// How many processes in a row ended without an answer.
  private var silentEnds = 0
  /// What was opened, in order, for the next process.
  private var openings: [EvaluatorRequest.Work] = []
  /// Takes what is said while a line is edited.
  var announce: (String) -> Void = { _ in }

  /// Starts the first process.
  init(looks: Looks, output: PromptOutput) throws(EvaluatorError) {
    self.looks = looks
    self.output = output
    // A request to an evaluator that is gone fails by itself.
    signal(SIGPIPE, SIG_IGN)
    process = try EvaluatorProcess()
    ControlC.install()
  }

  deinit { _ = process.end() }

  /// Readable when there is something to `attend()` to; `nil` where no process could be started.
  var descriptor: Int32? { process.isAtEnd ? nil : process.answers }

  // MARK: Work

  /// Has a request carried out, shows what it says, and tells how it ended.
  func run(_ work: EvaluatorRequest.Work) throws(EvaluatorError) -> Workspace.Ending {
    let id = send(work)
    ControlC.begin(id, of: process.pid)
    defer { ControlC.end() }
    var impatience = Impatience()
    while true {
      if let answer = process.receive(milliseconds: 50) {
        switch answer.content {
        case .show(let text):
          impatience.leaveLine(of: output)
          output.write(text)
        case .end(let ending, let opened) where answer.id == id:
          if case .open = work, !opened.isEmpty {
            openings.append(work)
          } else if !opened.isEmpty {
            openings.append(.open(opened, only: nil))
          }
          return ending
        default: continue
        }
      } else if process.isAtEnd {
        impatience.leaveLine(of: output)
        try restart(because: process.end())
        return .failed
      } else if ControlC.count > 0 {
        impatience.leaveLine(of: output)
        // Again, in case that the signal came before the request did.
        process.stop(id)
        switch impatience.look() {
        case .waits: continue
        case .warns: output.complain("still running; Ctrl-C again ends it with its variables")
        case .kills:
          impatience.leaveLine(of: output)
          _ = process.end()
          try restart(because: "did not stop and was ended")
          return .failed
        }
      }
    }
  }

  /// What to do about an evaluation that goes on after Ctrl-C.
  private struct Impatience {
    enum Step {
      case waits
      case warns
      case kills
    }

    private var start: ContinuousClock.Instant?
    private var countAtLine = 0
    private var countAtWarning: Int?

    /// Goes to the next line after the `^C` that the terminal has shown.
    mutating func leaveLine(of output: PromptOutput) {
      guard ControlC.count > countAtLine else { return }
      countAtLine = ControlC.count
      output.write("")
    }

    mutating func look() -> Step {
      let start = self.start ?? .now
      self.start = start
      if let countAtWarning { return ControlC.count > countAtWarning ? .kills : .waits }
      guard ContinuousClock.now - start > Evaluator.patience else { return .waits }
      countAtWarning = ControlC.count
      return .warns
    }
  }

  // MARK: Questions of the editor

  /// What may stand at the end of a text; `nil` also where the evaluator is busy.
  func candidates(_ text: String) -> Candidates? {
    if case .candidates(let candidates)? = ask(.complete(text)) { candidates } else { nil }
  }

  /// What to show beside the end of a text.
  func hint(_ text: String) -> String? {
    if case .hint(let hint)? = ask(.hint(text)) { hint } else { nil }
  }

  private func ask(_ work: EvaluatorRequest.Work) -> EvaluatorAnswer.Content? {
    let id = send(work)
    // Longer would be felt at the keys; a late answer is skipped by its number.
    let deadline = ContinuousClock.now + .milliseconds(300)
    while ContinuousClock.now < deadline {
      guard let answer = process.receive(milliseconds: 50) else {
        if process.isAtEnd { return nil }
        continue
      }
      if answer.id == id { return answer.content }
      if case .show(let text) = answer.content { announce(text) }
    }
    return nil
  }

  /// Tells what the evaluator said unasked, or starts a new one where it has crashed.
  func attend() {
    while let answer = process.receive(milliseconds: 0) {
      if case .show(let text) = answer.content { announce(text) }
    }
    guard process.isAtEnd else { return }
    do throws(EvaluatorError) {
      try restart(because: process.end(), saying: announce)
    } catch {
      announce("\(error)")
    }
  }

  private func send(_ work: EvaluatorRequest.Work) -> Int {
    lastID += 1
    process.send(EvaluatorRequest(id: lastID, screen: .now, looks: looks, work))
    return lastID
  }

  // MARK: A new process

  /// Starts a new process with the same articles, and says so.
  private func restart(
    because end: String, saying say: ((String) -> Void)? = nil
  ) throws(EvaluatorError) {
    let say = say ?? output.complain
    silentEnds = process.hasAnswered ? 0 : silentEnds + 1
    guard silentEnds < 3 else { throw .lost(end) }
    process = try EvaluatorProcess()
    say("error: the evaluator \(end)")
    guard !openings.isEmpty else { return say("a new one has started; variables are gone") }
    guard openings.allSatisfy(reopen) else {
      // Whatever it was that crashed, opening the articles does so again.
      openings = []
      process = try EvaluatorProcess()
      return say("a new one has started without articles: it does not survive opening them")
    }
    say("a new one has the articles open; variables are gone")
  }

  /// Has something opened again, without a word; false where the process ends of it.
  private func reopen(_ opening: EvaluatorRequest.Work) -> Bool {
    let id = send(opening)
    while true {
      guard let answer = process.receive(milliseconds: -1) else {
        if process.isAtEnd {
          _ = process.end()
          return false
        }
        continue
      }
      if answer.id == id, case .end = answer.content { return true }
    }
  }
}
