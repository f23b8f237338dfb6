// Reads blocks until the end of input and prints each result on one line. The tests run this
// program on a pseudo-terminal; the first argument, where there is one, is the history file.
import Glibc
import LineEditor

let history = History(path: CommandLine.arguments.dropFirst().first)
let configuration = EditorConfiguration { getenv($0).map { String(cString: $0) } }
let editor = LineEditor(client: Calculator(), history: history, configuration: configuration)

reading: while true {
  switch try editor.readBlock(prompt: "> ", continuationPrompt: ". ") {
  case .line("partial"):
    print("no newline", terminator: "")
  case .line("announce"):
    let announcer = editor.announcer
    announcer.post("before the prompt")
    Thread.detached {
      usleep(200_000)
      announcer.post("from elsewhere")
    }
  case .line(let text): print("line: \(text.debugDescription)")
  case .interrupted: print("interrupted")
  case .endOfInput:
    print("end")
    break reading
  }
  fflush(nil)
}
