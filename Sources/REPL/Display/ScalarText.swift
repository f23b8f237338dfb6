import Glibc
import LuaSource
import PluginHost

/// A value without parts, as Lua writes it.
enum ScalarText {
  /// The value with its look.
  static func line(_ value: DisplayValue, _ page: Page) -> StyledLine {
    let text = plain(value)
    switch value {
    case .nil, .bool: return StyledLine(text, page.constant)
    case .integer, .number: return StyledLine(text, page.number)
    case .string(let string):
      return StyledLine(StringText.quoted(string.text) + (string.isCut ? "…" : ""), page.string)
    default: return StyledLine(text)
    }
  }

  /// The value as `tostring` gives it.
  static func plain(_ value: DisplayValue) -> String {
    switch value {
    case .nil: "nil"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .number(let value): number(value)
    case .string(let string): string.text
    case .function(let text), .other(_, let text): text
    case .handle(let handle): handle.text
    case .collection(let collection): "\(collection.name)[\(collection.count)]"
    case .table(let table): "{ \(Page.count(table.listCount + table.otherCount, "entry")) }"
    }
  }

  /// A float as Lua 5.4 writes it: 14 digits, and `.0` where it looks like an integer.
  static func number(_ value: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 32)
    let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.14g", $0) }
    let bytes = buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }
    let text = String(decoding: bytes, as: UTF8.self)
    let looksWhole = bytes.allSatisfy { LuaTokenizer.isDigit($0) || $0 == UInt8(ascii: "-") }
    return looksWhole ? text + ".0" : text
  }
}
