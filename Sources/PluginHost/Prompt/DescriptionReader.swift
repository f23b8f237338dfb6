import ArticleModel

/// Reads the description that the C side makes of values; see `ibid_api_evaluate`.
struct DescriptionReader {
  private let bytes: [UInt8]
  private var index = 0
  private let article: (Int64) -> Article?

  init(_ bytes: [UInt8], article: @escaping (Int64) -> Article?) {
    self.bytes = bytes
    self.article = article
  }

  /// All values of the description.
  mutating func readAll() -> [DisplayValue] {
    var values: [DisplayValue] = []
    while index < bytes.count { values.append(value()) }
    return values
  }

  private mutating func value() -> DisplayValue {
    let tag = fixed(UInt8.self)
    switch tag {
    case UInt8(ascii: "n"): return .nil
    case UInt8(ascii: "b"): return .bool(fixed(UInt8.self) != 0)
    case UInt8(ascii: "i"): return .integer(fixed(Int.self))
    case UInt8(ascii: "d"): return .number(fixed(Double.self))
    case UInt8(ascii: "s"): return .string(string())
    case UInt8(ascii: "t"): return .table(table())
    case UInt8(ascii: "h"): return handle()
    case UInt8(ascii: "c"): return .collection(collection())
    case UInt8(ascii: "f"): return .function(text().text)
    default: return .other(type: text().text, text: text().text)
    }
  }

  private mutating func fixed<Value: BitwiseCopyable>(_ type: Value.Type) -> Value {
    let size = MemoryLayout<Value>.size
    defer { index += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index, as: type) }
  }

  private mutating func text() -> (text: String, count: Int) {
    let count = Int(fixed(UInt32.self))
    defer { index += count }
    return (String(decoding: bytes[index..<index + count], as: UTF8.self), count)
  }

  private mutating func string() -> DisplayString {
    let byteCount = fixed(Int.self)
    let (text, shown) = text()
    return DisplayString(text: text, byteCount: byteCount, isCut: shown < byteCount)
  }

  private mutating func table() -> DisplayTable {
    let listCount = fixed(Int.self)
    let otherCount = fixed(Int.self)
    var entries: [DisplayTable.Entry] = []
    for _ in 0..<Int(fixed(UInt32.self)) {
      let key = value()
      entries.append(DisplayTable.Entry(key: key, value: value()))
    }
    // Lua's own order of keys is that of its hashes.
    let list = entries.prefix(listCount)
    let others = entries.dropFirst(listCount).sorted { DescriptionReader.precedes($0.key, $1.key) }
    return DisplayTable(listCount: listCount, otherCount: otherCount, entries: list + others)
  }

  private static func precedes(_ a: DisplayValue, _ b: DisplayValue) -> Bool {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): a < b
    case (.number(let a), .number(let b)): a < b
    case (.string(let a), .string(let b)): a.text < b.text
    default: rank(a) < rank(b)
    }
  }

  private static func rank(_ key: DisplayValue) -> Int {
    switch key {
    case .bool: 0
    case .integer: 1
    case .number: 2
    case .string: 3
    default: 4
    }
  }

  private mutating func handle() -> DisplayValue {
    let type = text().text
    let article = article(fixed(Int64.self))
    let index = Int(fixed(Int32.self))
    let shown = text().text
    guard let article else { return .other(type: type, text: shown) }
    return .handle(DisplayHandle(type: type, article: article, index: index, text: shown))
  }

  private mutating func collection() -> DisplayCollection {
    let name = text().text
    let elementType = text().text
    let count = fixed(Int.self)
    let elements = (0..<Int(fixed(UInt32.self))).map { _ in value() }
    return DisplayCollection(name: name, elementType: elementType, count: count, elements: elements)
  }
}
