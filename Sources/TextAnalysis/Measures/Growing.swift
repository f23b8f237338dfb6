/// A growing array of plain values whose memory is its owner's to free: what loops over millions of
/// words read and write without checks for uniqueness.
struct Growing<Element: BitwiseCopyable> {
  private(set) var elements: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 256) {
    elements = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  func free() { elements.deallocate() }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { reserve(1) }
    elements[count] = element
    count += 1
  }

  mutating func append(_ more: UnsafeBufferPointer<Element>) {
    reserve(more.count)
    if let base = more.baseAddress { (elements + count).update(from: base, count: more.count) }
    count += more.count
  }

  /// Counts elements in that were written behind the last one, where `reserve` has made room for them.
  mutating func take(_ more: Int) { count += more }

  /// Makes room for more elements; what is behind the last one may then be read and written.
  @inline(__always)
  mutating func reserve(_ more: Int) { if count + more > capacity { grow(by: more) } }

  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: elements, count: count)
    elements.deallocate()
    elements = larger
  }
}
