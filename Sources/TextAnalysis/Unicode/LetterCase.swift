import Bytes
import CICU

/// The case of a scalar, as far as sentence rules tell cases apart.
enum LetterCase {
  case upper, lower
  /// Letters of scripts without case.
  case none
  case digit
  /// Everything else.
  case noLetter

  init(of scalar: UInt32) {
    if scalar < 0x80 {
      let byte = UInt8(scalar)
      if ASCII.isLowercase(byte) {
        self = .lower
      } else if ASCII.isUppercase(byte) {
        self = .upper
      } else {
        self = ASCII.isDigit(byte) ? .digit : .noLetter
      }
    } else if ibid_is_uppercase(scalar) {
      self = .upper
    } else if ibid_is_lowercase(scalar) {
      self = .lower
    } else if ibid_is_letter(scalar) {
      self = .none
    } else {
      self = ibid_is_word_scalar(scalar) ? .digit : .noLetter
    }
  }
}
