import Bytes

/// The files and folders that a run writes: a folder that is walked may hold them, and they are no inputs.
struct OwnPlaces: Sendable {
  /// The paths with their links followed.
  private let places: Set<String>
  /// Their last parts, by which nearly all other paths are told without a look at the disk.
  private let names: Set<Substring>
  /// What stands before and behind the number in the paths of all shards' results.
  private let shards: (start: String, end: String)?

  /// Takes the paths as they were named.
  init(_ paths: [String], shards: (start: String, end: String)? = nil) {
    places = Set(paths.map(FilePlace.resolved))
    names = Set(
      places.map { $0[($0.lastIndex(of: "/").map($0.index(after:)) ?? $0.startIndex)...] })
    self.shards = shards.map { (FilePlace.resolved($0.start), $0.end) }
  }

  /// Whether the run writes what lies at a path that ends with `name`.
  func contain(_ path: String, name: String) -> Bool {
    if names.contains(name[...]) { return places.contains(FilePlace.resolved(path)) }
    guard let shards, name.hasSuffix(shards.end) else { return false }
    let place = FilePlace.resolved(path)
    return place.hasPrefix(shards.start)
      && place.utf8.dropFirst(shards.start.utf8.count).dropLast(shards.end.utf8.count)
        .allSatisfy(ASCII.isDigit)
  }
}
