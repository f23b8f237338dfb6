/// Memory of plain C arrays that live as long as this object.
final class ViewMemory {
  private var blocks: [UnsafeMutableRawPointer] = []

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Makes room for `count` elements, not initialised; never nothing, so that pointers into it are
  /// valid.
  func allocate<Element: BitwiseCopyable>(_ type: Element.Type, _ count: Int)
    -> UnsafeMutablePointer<Element>
  {
    let size = max(1, count) * MemoryLayout<Element>.stride
    let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    blocks.append(block)
    return block.bindMemory(to: Element.self, capacity: max(1, count))
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
  func copy(_ bytes: [UInt8]) -> UnsafePointer<CChar> {
    let copy = allocate(CChar.self, bytes.count)
    bytes.withUnsafeBytes {
      UnsafeMutableRawPointer(copy).copyMemory(
        from: $0.baseAddress ?? .init(copy), byteCount: bytes.count)
    }
    return UnsafePointer(copy)
  }
}
