import Folders
import Glibc

/// The names in one folder, sorted by their bytes, without hidden ones.
///
/// All names lie in one array, so that a folder with a million files costs its names and 4 bytes each.
struct FolderListing {
  /// What the folder says that an entry is.
  enum Kind: UInt8 {
    case file, folder, other
  }

  /// The folder on its device, to notice a link that leads back into it.
  let identity: Identity
  /// Kind, name and NUL of every entry.
  private var arena: [UInt8] = []
  /// Where each entry starts in `arena`, in order.
  private var starts: [UInt32] = []
  private var position = 0

  struct Identity: Hashable {
    var device: UInt
    var inode: UInt
  }

  /// Reads a folder.
  init(path: String) throws(InputProblem) {
    do throws(FolderProblem) {
      var entries = try FolderEntries(path)
      var status = stat()
      guard fstat(entries.descriptor, &status) == 0 else { throw FolderProblem(code: errno) }
      identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
      while let entry = try entries.next() { append(entry) }
    } catch {
      throw InputProblem(SystemError.message(error.code))
    }
    sort()
  }

  private mutating func append(_ entry: FolderEntries.Entry) {
    guard entry.name.first != UInt8(ascii: ".") else { return }
    let kind: Kind =
      switch Int(entry.type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      default: .other
      }
    starts.append(UInt32(arena.count))
    arena.append(kind.rawValue)
    arena.append(contentsOf: entry.name)
    arena.append(0)
  }

  private mutating func sort() {
    var starts = self.starts
    arena.withUnsafeBytes { arena in
      let base = arena.baseAddress?.assumingMemoryBound(to: CChar.self)
      starts.sort { strcmp(base! + Int($0) + 1, base! + Int($1) + 1) < 0 }
    }
    self.starts = starts
  }

  /// Takes the next entry; its name is `nil` where it is not UTF-8.
  mutating func next() -> (kind: Kind, name: String?)? {
    guard position < starts.count else { return nil }
    let start = Int(starts[position])
    position += 1
    let end = arena[(start + 1)...].firstIndex(of: 0)!
    return (
      Kind(rawValue: arena[start])!, String(validating: arena[start + 1..<end], as: UTF8.self)
    )
  }
}
