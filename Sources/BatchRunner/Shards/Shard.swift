/// A part of the inputs of a run: the third of sixteen equal stretches, say.
public struct Shard: Hashable, Sendable {
  /// Which one, counted from 1.
  public let index: Int
  /// How many there are.
  public let count: Int

  /// Makes a shard; `nil` where there is none of this number.
  public init?(index: Int, count: Int) {
    guard count >= 1, (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `3/16`.
  public init?(parsing text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index: index, count: count)
  }

  /// The inputs that belong to it, of so many.
  ///
  /// Stretches, not every sixteenth: one after the other the results of the shards are those of one run.
  func range(of total: Int) -> Range<Int> {
    // Without the product, which may not fit.
    func start(_ index: Int) -> Int { total / count * index + total % count * index / count }
    return start(index - 1)..<start(index)
  }

  /// `03-of-16`, so that names sort as the shards do.
  var label: String {
    let digits = String(count).utf8.count
    let number = String(index)
    return String(repeating: "0", count: digits - number.utf8.count) + "\(number)-of-\(count)"
  }

  /// The name of a file that belongs to this shard alone: `out/a.jsonl` becomes `out/a.03-of-16.jsonl`.
  func path(of path: String, ending: String) -> String {
    "\(Shard.stem(of: path)).\(label).\(ending)"
  }

  /// What stands before and behind the number in the names of the results of all shards: `out/a.`, `-of-16.jsonl`.
  func paths(of path: String) -> (start: String, end: String) {
    ("\(Shard.stem(of: path)).", "-of-\(count).jsonl")
  }

  private static func stem(of path: String) -> String {
    path.hasSuffix(".jsonl") ? String(path.dropLast(6)) : path
  }
}

extension Shard: CustomStringConvertible {
  public var description: String { "\(index)/\(count)" }
}
