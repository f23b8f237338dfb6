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

  /// Writes all bytes to a descriptor, or what it takes of them.
  static func write(all bytes: ArraySlice<UInt8>, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
