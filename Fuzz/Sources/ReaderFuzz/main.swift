import ArticleModel
import ArticleReaders
import CFuzzer

// The first argument is the format; the others are libFuzzer's: flags, a folder for what it finds, seeds.
guard CommandLine.argc > 1, let format = ArticleFormat(rawValue: CommandLine.arguments[1]) else {
  fatalError("usage: ReaderFuzz text|markdown|html [libFuzzer's arguments]")
}
ReaderTarget.format = format
var argc = CommandLine.argc - 1
var argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
_ = LLVMFuzzerRunDriver(&argc, &argv) { data, size in
  ReaderTarget.read([UInt8](UnsafeBufferPointer(start: data, count: size)))
  return 0
}
