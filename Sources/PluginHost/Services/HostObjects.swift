/// The matchers and vectors that a plugin has made, by their numbers.
struct HostObjects {
  private var objects: [Int64: (object: AnyObject, size: Int)] = [:]
  private var lastNumber: Int64 = 0
  private var size = 0

  subscript(number: Int64) -> AnyObject? { objects[number]?.object }

  /// Keeps an object and gives its number; 0 where all of them would hold more than `limit` bytes
  /// (0: no limit).
  ///
  /// What an object counts for is its size when it is made: matchers grow by the words that they have
  /// seen.
  mutating func add(_ object: AnyObject, size: Int, limit: Int) -> Int64 {
    guard limit == 0 || self.size + size <= limit else { return 0 }
    self.size += size
    lastNumber += 1
    objects[lastNumber] = (object, size)
    return lastNumber
  }

  mutating func remove(_ number: Int64) {
    guard let removed = objects.removeValue(forKey: number) else { return }
    size -= removed.size
  }
}
