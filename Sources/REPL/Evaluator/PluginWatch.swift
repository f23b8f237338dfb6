import CProcess
import Glibc

/// Looks for changes of the files of plugins.
final class PluginWatch {
  /// Editors write a file in several steps; this long after the last of them it is whole.
  static let settlingMilliseconds: Int32 = 60

  /// Readable when something changed.
  let descriptor: Int32
  /// Whether something changed that was not yet answered.
  var hasChanged = false

  /// Watches the folders of plugins' Lua files; `nil` where the system refuses.
  init?(paths: [String]) {
    descriptor = ibid_open_watch()
    guard descriptor >= 0 else { return nil }
    for path in paths {
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      guard ibid_watch_folder(descriptor, folder.isEmpty ? "/" : folder) == 0 else { return nil }
    }
  }

  deinit { close(descriptor) }

  /// Takes the changes that came. Backups and swap files of editors do not count.
  func look() {
    var buffer = [CChar](repeating: 0, count: 1 << 14)
    let count = ibid_take_changes(descriptor, &buffer, buffer.count)
    let names = buffer[..<count].split(separator: 0)
    if names.contains(where: PluginWatch.counts) { hasChanged = true }
  }

  private static func counts(_ name: ArraySlice<CChar>) -> Bool {
    let bytes = name.map(UInt8.init(bitPattern:))
    return bytes.first != UInt8(ascii: ".") && bytes.last != UInt8(ascii: "~")
      && !bytes.elementsEqual("4913".utf8)  // Vim tries with this name whether it may write
  }
}
