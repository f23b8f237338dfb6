import Glibc

/// Walks a folder and what lies in it, in the order of the names, and finds the files of known formats.
///
/// Links are followed; a link back to a folder that is being walked is passed over.
struct FolderWalk {
  private var open: [(path: String, listing: FolderListing)] = []
  private let ownPlaces: OwnPlaces

  /// Starts at a folder; `ownPlaces` are passed over.
  init(path: String, ownPlaces: OwnPlaces) throws(InputProblem) {
    self.ownPlaces = ownPlaces
    open = [(path, try FolderListing(path: path))]
  }

  /// The path of the next file, or of a folder that cannot be read with the reason.
  mutating func next() -> (path: String, problem: InputProblem?)? {
    while let folder = open.last {
      guard let (kind, name) = open[open.count - 1].listing.next() else {
        open.removeLast()
        continue
      }
      guard let name else {
        return (folder.path, InputProblem("holds a file whose name is not UTF-8"))
      }
      let path = folder.path.hasSuffix("/") ? folder.path + name : folder.path + "/" + name
      if ownPlaces.contain(path, name: name) { continue }
      let isFolder = kind == .folder || (kind == .other && PathKind.of(path) == .folder)
      if isFolder {
        if let problem = enter(path) { return (path, problem) }
      } else if InputFormat.isKnown(path), kind == .file || PathKind.of(path) != .special {
        return (path, nil)
      }
    }
    return nil
  }

  private mutating func enter(_ path: String) -> InputProblem? {
    do throws(InputProblem) {
      let listing = try FolderListing(path: path)
      if !open.contains(where: { $0.listing.identity == listing.identity }) {
        open.append((path, listing))
      }
      return nil
    } catch {
      return error
    }
  }
}
