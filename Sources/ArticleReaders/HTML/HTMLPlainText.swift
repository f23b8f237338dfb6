/// Takes the words out of a piece of HTML.
enum HTMLPlainText {
  static func text(of html: UnsafeBufferPointer<UInt8>) -> [UInt8] { [] }
}
