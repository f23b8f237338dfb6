import Glibc

/// The entries of a folder, read one at a time in the order in which the file system has them, without `.` and `..`.
public struct FolderEntries: ~Copyable {
  /// An entry, whose name is valid until the next one is read.
  public struct Entry {
    /// The bytes of the name, without the NUL that stands behind them.
    public let name: UnsafeBufferPointer<UInt8>
    /// One of the constants `DT_…`; `DT_UNKNOWN` where the file system does not tell.
    public let type: UInt8

    /// The name with U+FFFD for what is not UTF-8.
    public var text: String { String(decoding: name, as: UTF8.self) }
  }

  private let stream: OpaquePointer

  /// Opens a folder. Throws where it cannot be read.
  public init(_ path: String) throws(FolderProblem) {
    guard let stream = opendir(path) else { throw FolderProblem(code: errno) }
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// The folder's file descriptor.
  public var descriptor: Int32 { dirfd(stream) }

  /// Reads the next entry; `nil` at the end. Throws where the rest cannot be read.
  public mutating func next() throws(FolderProblem) -> Entry? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw FolderProblem(code: errno) }
        return nil
      }
      // An entry takes the bytes of its name alone, not all that its type has room for.
      let start = UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
      let name = UnsafeBufferPointer(
        start: start.assumingMemoryBound(to: UInt8.self),
        count: strlen(start.assumingMemoryBound(to: CChar.self)))
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      return Entry(name: name, type: entry.pointee.d_type)
    }
  }

  /// The names of all entries of a folder, hidden ones too, in no order.
  public static func names(in path: String) throws(FolderProblem) -> [String] {
    var entries = try FolderEntries(path)
    var names: [String] = []
    while let entry = try entries.next() { names.append(entry.text) }
    return names
  }
}

/// Why a folder could not be read.
public struct FolderProblem: Error, Equatable {
  /// The number of the system's error, as `errno` has it.
  public let code: Int32

  public init(code: Int32) { self.code = code }
}
