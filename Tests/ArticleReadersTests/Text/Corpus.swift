import ArticleModel
import ArticleReaders
import Glibc

/// The sample articles of the project, as files beside the sources.
enum Corpus {
  /// The folder `corpus/`, found from this file's place.
  static let folder: String = {
    let parts = #filePath.split(separator: "/")
    return "/" + parts.dropLast(4).joined(separator: "/") + "/corpus/"
  }()

  /// The names of the files that end in one of some extensions, sorted.
  static func files(_ extensions: [String], in folder: String = Corpus.folder) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "README.md", extensions.contains(where: { name.hasSuffix("." + $0) }) {
        names.append(name)
      }
    }
    return names.sorted()
  }

  /// The bytes of a file, or `nil` where it cannot be read.
  static func bytes(_ name: String, in folder: String = Corpus.folder) -> [UInt8]? {
    guard let file = fopen(folder + "/" + name, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  static func write(_ text: String, to name: String) {
    guard let file = fopen(folder + name, "w") else { return }
    defer { fclose(file) }
    fputs(text, file)
  }

  static func article(_ name: String) -> Article {
    ArticleReader.read(bytes(name) ?? [], path: name)
  }
}
