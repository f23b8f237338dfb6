/// Memory of plain C arrays that live as long as this object.
///
/// Arrays are cut from blocks: a short article has two dozen of a few bytes each, for which a call of the
/// allocator each would cost more than to fill them.
final class ViewMemory {
  private static let blockSize = 8192
  private static let alignment = 16

  private var blocks: [UnsafeMutableRawPointer] = []
  /// What is left of the last block that arrays are cut from.
  private var rest = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Makes room for `count` elements, not initialised; never nothing, so that pointers into it are
  /// valid.
  func allocate<Element: BitwiseCopyable>(_ type: Element.Type, _ count: Int)
    -> UnsafeMutablePointer<Element>
  {
    take(max(1, count) * MemoryLayout<Element>.stride).bindMemory(
      to: Element.self, capacity: max(1, count))
  }

  private func take(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let size = (byteCount + Self.alignment - 1) & ~(Self.alignment - 1)
    if size > rest.count {
      // A large array has a block of its own, and small ones go on where they were.
      if size > Self.blockSize / 4 { return addBlock(size) }
      rest = UnsafeMutableRawBufferPointer(
        start: addBlock(Self.blockSize), count: Self.blockSize)
    }
    let taken = rest.baseAddress!
    rest = UnsafeMutableRawBufferPointer(start: taken + size, count: rest.count - size)
    return taken
  }

  private func addBlock(_ size: Int) -> UnsafeMutableRawPointer {
    let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.alignment)
    blocks.append(block)
    return block
  }

  /// An array of what `transform` makes of each element.
  func map<Source, Element: BitwiseCopyable>(
    _ elements: [Source], _ transform: (Source) -> Element
  ) -> UnsafePointer<Element> {
    let array = allocate(Element.self, elements.count)
    for (index, element) in elements.enumerated() { array[index] = transform(element) }
    return UnsafePointer(array)
  }

  /// A copy of bytes.
  func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafePointer<CChar> {
    let copy = allocate(CChar.self, bytes.count)
    if let base = bytes.baseAddress {
      UnsafeMutableRawPointer(copy).copyMemory(from: base, byteCount: bytes.count)
    }
    return UnsafePointer(copy)
  }

  /// A copy of the bytes of an array.
  func copy(_ bytes: [UInt8]) -> UnsafePointer<CChar> { bytes.withUnsafeBufferPointer(copy) }
}
