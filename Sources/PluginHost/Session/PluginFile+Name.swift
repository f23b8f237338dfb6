extension PluginFile {
  /// Why a name is not one of a file below the output folder, or `nil`.
  static func problem(withName name: String) -> String? {
    let bytes = Array(name.utf8)
    if bytes.isEmpty { return "a file needs a name" }
    if bytes.count > 1024 { return "a file's name may have at most 1024 bytes" }
    if bytes[0] == UInt8(ascii: "/") { return "'\(name)' is an absolute path" }
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
      return "a file's name may have neither control characters nor backslashes"
    }
    for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty || part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) {
        return "'\(name)' has an empty part, '.' or '..'"
      }
      if part.count > 255 { return "a part of a file's name may have at most 255 bytes" }
    }
    return nil
  }
}
