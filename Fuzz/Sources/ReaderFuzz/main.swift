import ArticleModel
import ArticleReaders
import CFuzzer

// libFuzzer passes over arguments that begin with `--`, and hands them on to the processes that it starts.
let formats = ArticleFormat.allCases.filter { CommandLine.arguments.contains("--\($0.rawValue)") }
guard let format = formats.first, formats.count == 1 else {
  fatalError("usage: ReaderFuzz --text|--markdown|--html [libFuzzer's arguments]")
}
ReaderTarget.format = format
var argc = CommandLine.argc
var argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
_ = LLVMFuzzerRunDriver(&argc, &argv) { data, size in
  ReaderTarget.read([UInt8](UnsafeBufferPointer(start: data, count: size)))
  return 0
}
