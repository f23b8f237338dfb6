// Eight bytes of a text in one word, the first in the lowest byte: what looks at all of them at once.
#ifndef IBID_EIGHT_BYTES_H
#define IBID_EIGHT_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// The eight bytes at `text`.
static inline uint64_t ibid_eight_bytes(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
  return word;
}

/// The `count` bytes at `text`, 0 to 7, with zeros behind them; reads no others.
static inline uint64_t ibid_few_bytes(const char *text, size_t count) {
  const unsigned char *bytes = (const unsigned char *)text;
  // Reads that overlap in the middle take the place of a loop.
  if (count >= 4) {
    uint32_t head, tail;
    memcpy(&head, bytes, sizeof head);
    memcpy(&tail, bytes + count - 4, sizeof tail);
    return head | (uint64_t)tail << (8 * (count - 4));
  }
  if (count == 0) return 0;
  size_t middle = count / 2, last = count - 1;
  return bytes[0] | (uint64_t)bytes[middle] << (8 * middle) | (uint64_t)bytes[last] << (8 * last);
}

#endif
