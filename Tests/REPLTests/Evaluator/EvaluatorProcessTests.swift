import CProcess
import Glibc
import Testing

@testable import REPL

struct EvaluatorProcessTests {
  /// Its number may be that of another process once it has ended.
  @Test func theEndIsToldTheSameEachTime() {
    var started = ibid_process()
    var words = ["sleep", "100"].map { (word: String) in strdup(word) }
    words.append(nil)
    defer { for word in words { free(word) } }
    #expect(ibid_start_program(&words, &started.pid, &started.standard_output) == 0)
    started.standard_input = open("/dev/null", O_WRONLY)
    let process = EvaluatorProcess(started)
    #expect(process.end() == "was ended by SIGKILL")
    #expect(process.end() == "was ended by SIGKILL")
  }
}
