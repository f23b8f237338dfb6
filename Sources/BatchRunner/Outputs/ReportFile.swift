/// Files of a report: each appears whole or not at all, in a folder that is made where it is not there.
public enum ReportFile {
  /// Writes a file, in place of one that is there.
  public static func write(_ bytes: [UInt8], to path: String) throws(WriteProblem) {
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      let folder = String(path[..<slash])
      guard AtomicFile.makeFolder(folder) else {
        throw WriteProblem(path: "below \(folder)", reason: SystemError.message())
      }
    }
    try AtomicFile.put(bytes, at: path)
  }
}
