#include "utf8_bytes.h"

#include <string.h>

size_t ibid_utf8_sequence(const char *text, size_t count, uint32_t *scalar) {
  const unsigned char *bytes = (const unsigned char *)text;
  if (count == 0) return 0;
  uint32_t value = bytes[0];
  size_t size = 1;
  if (value >= 0xf0 && value <= 0xf4) size = 4;
  else if (value >= 0xe0 && value < 0xf0) size = 3;
  else if (value >= 0xc2 && value < 0xe0) size = 2;
  else if (value >= 0x80) return 0;
  if (size > count) return 0;
  if (size > 1) value &= 0x7fu >> size;
  for (size_t at = 1; at < size; at++) {
    if ((bytes[at] & 0xc0) != 0x80) return 0;
    value = value << 6 | (bytes[at] & 0x3fu);
  }
  if (size == 3 && (value < 0x800 || (value >= 0xd800 && value < 0xe000))) return 0;
  if (size == 4 && (value < 0x10000 || value > 0x10ffff)) return 0;
  if (scalar != NULL) *scalar = value;
  return size;
}

size_t ibid_utf8_invalid(const char *text, size_t count) {
  size_t at = 0;
  while (at < count) {
    uint64_t word;
    // Eight ASCII bytes at once: most text is that.
    while (at + 8 <= count) {
      memcpy(&word, text + at, 8);
      if (word & 0x8080808080808080u) break;
      at += 8;
    }
    while (at < count && (unsigned char)text[at] < 0x80) at++;
    if (at == count) break;
    size_t size = ibid_utf8_sequence(text + at, count - at, NULL);
    if (size == 0) return at;
    at += size;
  }
  return count;
}

size_t ibid_utf8_encode(uint32_t scalar, char out[4]) {
  if (scalar < 0x80) {
    out[0] = (char)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    out[0] = (char)(0xc0 | scalar >> 6);
    out[1] = (char)(0x80 | (scalar & 0x3f));
    return 2;
  }
  if (scalar < 0x10000) {
    out[0] = (char)(0xe0 | scalar >> 12);
    out[1] = (char)(0x80 | (scalar >> 6 & 0x3f));
    out[2] = (char)(0x80 | (scalar & 0x3f));
    return 3;
  }
  out[0] = (char)(0xf0 | scalar >> 18);
  out[1] = (char)(0x80 | (scalar >> 12 & 0x3f));
  out[2] = (char)(0x80 | (scalar >> 6 & 0x3f));
  out[3] = (char)(0x80 | (scalar & 0x3f));
  return 4;
}
