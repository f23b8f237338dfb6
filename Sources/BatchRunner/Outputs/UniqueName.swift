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

  private static func chance() -> String {
    var generator = SystemRandomNumberGenerator()
    return String((0..<length).map { _ in letters.randomElement(using: &generator)! })
  }
}
