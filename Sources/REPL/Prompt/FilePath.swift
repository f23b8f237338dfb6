import Folders
import Glibc
import LuaSource

/// Paths as a person types them.
enum FilePath {
  /// The path with `~/` replaced by the home folder.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = variable("HOME") else { return path }
    return home + path.dropFirst(1)
  }

  /// The history: `ibid/history` in the folder for state (XDG Base Directory), or none without a home.
  static var history: String? {
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return "\(state)/ibid/history"
    }
    return variable("HOME").map { "\($0)/.local/state/ibid/history" }
  }

  /// An environment variable that is not empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The names in a folder, sorted, folders with a slash at their end; hidden ones where asked for.
  static func names(in folder: String, hidden: Bool) -> [String] {
    let all = (try? FolderEntries.names(in: folder.isEmpty ? "." : expanded(folder))) ?? []
    return all.filter { hidden || !$0.hasPrefix(".") }
      .map { isFolder(expanded(folder) + $0) ? $0 + "/" : $0 }.sorted()
  }

  /// The name of a plugin that is kept in a file: letters, digits, `-` and `_` of the file's name.
  static func pluginName(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? ""
    if name.hasSuffix(".lua") { name.removeLast(4) }
    let plain = name.lowercased().utf8.map { byte in
      LuaTokenizer.isNamePart(byte) || byte == UInt8(ascii: "-") ? byte : UInt8(ascii: "-")
    }
    let isNamed = plain.first.map { LuaTokenizer.isNameStart($0) } ?? false
    return (isNamed ? "" : "plugin-") + String(decoding: plain, as: UTF8.self)
  }

  /// All bytes of a descriptor up to its end.
  static func contents(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }

  /// The bytes of a file; none where it cannot be read.
  static func contents(ofFile path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return contents(of: descriptor)
  }

  /// Writes all bytes to a descriptor; tells what went wrong.
  static func write(all bytes: ArraySlice<UInt8>, to descriptor: Int32) -> String? {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return String(cString: strerror(errno))
      }
    }
    return nil
  }

  /// Writes a file; tells what went wrong.
  static func write(_ bytes: [UInt8], to path: String) -> String? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return String(cString: strerror(errno)) }
    if let problem = write(all: bytes[...], to: descriptor) {
      close(descriptor)
      return problem
    }
    return close(descriptor) == 0 ? nil : String(cString: strerror(errno))
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
