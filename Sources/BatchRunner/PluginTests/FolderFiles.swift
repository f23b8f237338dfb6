/// The files below a folder.
enum FolderFiles {
  /// Their paths relative to the folder, in order; hidden ones are left out.
  static func names(below folder: String) throws(InputProblem) -> [String] {
    var names: [String] = []
    var listing = try FolderListing(path: folder)
    while let (_, name) = listing.next() {
      guard let name else { continue }
      if PathKind.of("\(folder)/\(name)") == .folder {
        names += try FolderFiles.names(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
      } else {
        names.append(name)
      }
    }
    return names
  }
}
