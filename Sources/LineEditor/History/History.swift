/// The blocks that were submitted, oldest first, without duplicates, across sessions.
///
/// The file is read when an entry is first needed. A file that cannot be read or written costs only
/// the memory of later sessions; `problem` says so.
public final class History {
  /// What went wrong last with the file, or nil.
  public private(set) var problem: HistoryError?
  /// The most entries that are kept.
  public let limit: Int

  private let file: HistoryFile?
  private var loaded: [String]?
  private var known: Set<String> = []

  /// Makes a history over a file, or in memory alone.
  public init(path: String? = nil, limit: Int = 10_000) {
    file = path.map(HistoryFile.init)
    self.limit = max(limit, 1)
  }

  /// The entries, oldest first.
  public var entries: [String] {
    if let loaded { return loaded }
    var bytes: [UInt8] = []
    do { bytes = try file?.read() ?? [] } catch { problem = error }
    let entries = HistoryCodec.distinct(HistoryCodec.decode(bytes), limit: limit)
    loaded = entries
    known = Set(entries)
    return entries
  }

  /// Keeps an entry as the newest one; blank text and pastes beyond 64 KB are not kept.
  public func add(_ entry: String) {
    guard entry.contains(where: { !$0.isWhitespace }), entry.utf8.count <= HistoryCodec.limit
    else { return }
    var entries = self.entries
    guard entries.last != entry else { return }
    loaded = nil  // the array is changed in place, without a second reference
    let isKnown = !known.insert(entry).inserted
    if isKnown { entries.removeAll { $0 == entry } }
    entries.append(entry)
    let isOver = entries.count > limit
    if isOver { known.remove(entries.removeFirst()) }
    loaded = entries
    store(entry, rewriting: isKnown || isOver)
  }

  private func store(_ entry: String, rewriting: Bool) {
    guard let file else { return }
    let line = HistoryCodec.encode(entry)
    do {
      guard rewriting else { return try file.append(line) }
      // Other sessions have added entries meanwhile: the file, not this memory, is the base.
      try file.rewrite { bytes in
        let all = HistoryCodec.decode(bytes) + [entry]
        return HistoryCodec.distinct(all, limit: limit).flatMap(HistoryCodec.encode)
      }
    } catch {
      problem = error
    }
  }
}
