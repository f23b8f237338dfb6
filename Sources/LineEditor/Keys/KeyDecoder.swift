/// Turns the bytes of a terminal into key presses.
///
/// The decoder is a value without any input or output. Bytes may come in pieces of any size; an
/// Escape that nothing follows stays pending until `flush()`, because only time tells it from the
/// beginning of a sequence (ECMA-48, section 5.4; the sequences are xterm's and its relatives').
struct KeyDecoder: Sendable {
  private enum State {
    case ground
    case scalar([UInt8], length: Int)
    case escape
    case control([UInt8])
    case linuxFunction
    case shift([UInt8])
    case string(introducer: UInt8, count: Int, afterEscape: Bool)
    case paste([UInt8])
  }

  private var state = State.ground
  /// Whether an Escape stood before the key, which is how terminals send Alt.
  private var alt = false

  init() {}

  /// Whether bytes wait for the rest of a sequence, so that a pause means something.
  var isPending: Bool {
    switch state {
    case .ground, .paste: false
    default: true
    }
  }

  /// Decodes the next bytes; invalid UTF-8 gives U+FFFD, sequences without a meaning `.unknown`.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [KeyPress] {
    var presses: [KeyPress] = []
    for byte in bytes { feed(byte, into: &presses) }
    return presses
  }

  /// Ends what is pending as it stands: a lone Escape is the Escape key.
  mutating func flush() -> [KeyPress] {
    var presses: [KeyPress] = []
    switch state {
    case .ground, .paste: return []
    case .scalar: presses.append(press(.scalar("\u{FFFD}")))
    case .escape: presses.append(press(.escape))
    case .control(let bytes) where bytes.isEmpty: presses.append(.alt("["))
    case .shift(let bytes) where bytes.isEmpty: presses.append(.alt("O"))
    case .string(let introducer, count: 0, afterEscape: false):
      presses.append(.alt(Unicode.Scalar(introducer)))
    case .control, .linuxFunction, .shift, .string: presses.append(press(.unknown))
    }
    state = .ground
    alt = false
    return presses
  }

  private mutating func feed(_ byte: UInt8, into presses: inout [KeyPress]) {
    switch state {
    case .ground:
      ground(byte, into: &presses)
    case .scalar(var bytes, let length):
      guard byte & 0xC0 == 0x80 else {
        emit(.scalar("\u{FFFD}"), into: &presses)
        return ground(byte, into: &presses)
      }
      bytes.append(byte)
      if bytes.count < length {
        state = .scalar(bytes, length: length)
      } else {
        emit(.scalar(String(decoding: bytes, as: UTF8.self).unicodeScalars.first!), into: &presses)
      }
    case .escape:
      escape(byte, into: &presses)
    case .control(var bytes):
      control(byte, &bytes, into: &presses)
    case .linuxFunction:
      emit((0x41...0x45).contains(byte) ? .function(Int(byte) - 0x40) : .unknown, into: &presses)
    case .shift(var bytes):
      bytes.append(byte)
      if (0x30...0x3B).contains(byte), bytes.count < 8 {
        state = .shift(bytes)
      } else {
        finish(ControlSequence(bytes, isShift: true), into: &presses)
      }
    case .string(let introducer, let count, let afterEscape):
      // Replies of the terminal (colours, its name): they end with BEL, or with ESC \.
      if byte == 0x07 || (afterEscape && byte == 0x5C) || count > 4096 {
        emit(.unknown, into: &presses)
      } else {
        state = .string(introducer: introducer, count: count + 1, afterEscape: byte == 0x1B)
      }
    case .paste(var bytes):
      state = .ground  // gives up the second reference, so that the append stays in place
      bytes.append(byte)
      if byte == 0x7E, bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
        let text = bytes.dropLast(Self.pasteEnd.count)
        emit(.paste(Self.normalized(text)), into: &presses)
      } else {
        state = .paste(bytes)
      }
    }
  }

  private mutating func ground(_ byte: UInt8, into presses: inout [KeyPress]) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0D, 0x0A: emit(.enter, into: &presses)
    case 0x09: emit(.tab, into: &presses)
    case 0x08, 0x7F: emit(.backspace, into: &presses)
    case 0x00: emit(.scalar("@"), .control, into: &presses)
    case 0x01...0x1A: emit(.scalar(Unicode.Scalar(byte + 0x60)), .control, into: &presses)
    case 0x1C...0x1F: emit(.scalar(Unicode.Scalar(byte + 0x40)), .control, into: &presses)
    case 0x20...0x7E: emit(.scalar(Unicode.Scalar(byte)), into: &presses)
    case 0xC2...0xDF: state = .scalar([byte], length: 2)
    case 0xE0...0xEF: state = .scalar([byte], length: 3)
    case 0xF0...0xF4: state = .scalar([byte], length: 4)
    default: emit(.scalar("\u{FFFD}"), into: &presses)
    }
  }

  private mutating func escape(_ byte: UInt8, into presses: inout [KeyPress]) {
    switch byte {
    case 0x5B: state = .control([])
    case 0x4F: state = .shift([])
    case 0x5D, 0x50, 0x5F, 0x5E: state = .string(introducer: byte, count: 0, afterEscape: false)
    case 0x1B: alt = true
    default:
      alt = true
      state = .ground
      ground(byte, into: &presses)
    }
  }

  private mutating func control(
    _ byte: UInt8, _ bytes: inout [UInt8], into presses: inout [KeyPress]
  ) {
    bytes.append(byte)
    switch byte {
    case 0x5B where bytes.count == 1:
      state = .linuxFunction
    case 0x1B:  // the sequence was cut short; a new one begins
      emit(.unknown, into: &presses)
      state = .escape
    case 0x20...0x3F where bytes.count < 64:
      state = .control(bytes)
    default:
      finish(ControlSequence(bytes, isShift: false), into: &presses)
    }
  }

  private mutating func finish(_ sequence: ControlSequence, into presses: inout [KeyPress]) {
    if sequence.beginsPaste {
      state = .paste([])
      alt = false
    } else {
      emit(sequence.press.key, sequence.press.modifiers, into: &presses)
    }
  }

  private mutating func emit(
    _ key: KeyPress.Key, _ modifiers: KeyPress.Modifiers = [], into presses: inout [KeyPress]
  ) {
    presses.append(press(key, modifiers))
    state = .ground
    alt = false
  }

  private func press(_ key: KeyPress.Key, _ modifiers: KeyPress.Modifiers = []) -> KeyPress {
    KeyPress(key, alt ? modifiers.union(.alt) : modifiers)
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Pasted bytes as text: terminals send `\r` for a line end, some `\r\n`.
  private static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
    EditBuffer.normalized(String(decoding: bytes, as: UTF8.self))
  }
}
