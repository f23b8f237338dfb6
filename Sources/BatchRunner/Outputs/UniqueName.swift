import Glibc

/// Names that no other process chooses, on this machine or on another that shares the folder.
enum UniqueName {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
  private static let length = 10

  /// The name of a file that is written beside the one that it will replace: fifty bits of chance from the system.
  static func temporary(beside path: String) -> String {
    "\(path).ibid-\(chance()).tmp"
  }

  /// The name of such a file in a folder.
  static func temporary(in folder: String) -> String { "\(folder)/.ibid-\(chance()).tmp" }

  /// Makes an empty folder for this user alone; its path, which begins with `start`.
  ///
  /// - Throws: what the system says.
  static func makeFolder(_ start: String) throws(InputProblem) -> String {
    var template = Array("\(start)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw InputProblem(SystemError.message()) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func chance() -> String {
    var generator = SystemRandomNumberGenerator()
    return String((0..<length).map { _ in letters.randomElement(using: &generator)! })
  }
}
