#ifndef IBID_BYTES_H
#define IBID_BYTES_H

#include <stdbool.h>
#include <stddef.h>

/// A growable row of bytes outside Lua's memory, bounded by `limit`.
///
/// Once an append fails for want of room (`full`) or memory, the rest is dropped.
typedef struct {
  char *data;
  size_t count, capacity;
  size_t limit;  ///< 0 for none
  bool full;
} ibid_bytes;

void ibid_bytes_clear(ibid_bytes *bytes);
void ibid_bytes_free(ibid_bytes *bytes);
/// Makes room for more bytes and returns it, to be written and counted in; NULL where an append of so many would
/// fail.
char *ibid_bytes_room(ibid_bytes *bytes, size_t count);
bool ibid_bytes_append(ibid_bytes *bytes, const char *data, size_t count);
bool ibid_bytes_text(ibid_bytes *bytes, const char *text);
/// Inlined where there is room: JSON is full of single bytes.
static inline bool ibid_bytes_byte(ibid_bytes *bytes, char byte) {
  if (bytes->full || bytes->count >= bytes->capacity || (bytes->limit != 0 && bytes->count >= bytes->limit))
    return ibid_bytes_append(bytes, &byte, 1);
  bytes->data[bytes->count++] = byte;
  return true;
}
/// The bytes as a C string; valid until the next change.
const char *ibid_bytes_terminated(ibid_bytes *bytes);
bool ibid_bytes_format(ibid_bytes *bytes, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
