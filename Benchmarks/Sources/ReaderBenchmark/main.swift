import ArticleModel
import ArticleReaders
import Glibc

// Reads files again and again in one thread and prints a line for each folder or file that is named:
//   path, documents, bytes, MB/s of processor time (the median of five passes)
for path in CommandLine.arguments.dropFirst() {
  let files = Documents.load(path)
  let byteCount = files.reduce(0) { $0 + $1.bytes.count }
  let seconds = (0..<5).map { _ in
    let start = ProcessorTime.now()
    for file in files { Documents.read(file) }
    return ProcessorTime.now() - start
  }
  let median = seconds.sorted()[2]
  let rate = Int(Double(byteCount) / median / 1e6)
  print("\(path)\t\(files.count)\t\(byteCount)\t\(rate)")
}

/// The processor time of the calling thread in seconds.
enum ProcessorTime {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
