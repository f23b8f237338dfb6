#include "bytes.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Buffers above this are given back when cleared, so that one big result is not kept for ever.
enum { KEPT_CAPACITY = 1 << 20 };

void ibid_bytes_clear(ibid_bytes *bytes) {
  if (bytes->capacity > KEPT_CAPACITY) {
    free(bytes->data);
    bytes->data = NULL;
    bytes->capacity = 0;
  }
  bytes->count = 0;
  bytes->full = false;
}

void ibid_bytes_free(ibid_bytes *bytes) {
  free(bytes->data);
  *bytes = (ibid_bytes){0};
}

static bool reserve(ibid_bytes *bytes, size_t more) {
  if (bytes->full || more > SIZE_MAX / 2 - bytes->count) return false;
  size_t needed = bytes->count + more;
  if (bytes->limit != 0 && needed > bytes->limit) return false;
  if (needed <= bytes->capacity) return true;
  size_t capacity = bytes->capacity < 128 ? 256 : bytes->capacity * 2;
  if (capacity < needed) capacity = needed;
  char *data = realloc(bytes->data, capacity);
  if (data == NULL) return false;
  bytes->data = data;
  bytes->capacity = capacity;
  return true;
}

char *ibid_bytes_room(ibid_bytes *bytes, size_t count) {
  return reserve(bytes, count) ? bytes->data + bytes->count : NULL;
}

bool ibid_bytes_append(ibid_bytes *bytes, const char *data, size_t count) {
  if (!reserve(bytes, count)) {
    bytes->full = true;
    return false;
  }
  if (count > 0) memcpy(bytes->data + bytes->count, data, count);
  bytes->count += count;
  return true;
}

const char *ibid_bytes_terminated(ibid_bytes *bytes) {
  if (!ibid_bytes_byte(bytes, '\0')) return "";
  bytes->count--;
  return bytes->data;
}

bool ibid_bytes_text(ibid_bytes *bytes, const char *text) {
  return ibid_bytes_append(bytes, text, strlen(text));
}

bool ibid_bytes_format(ibid_bytes *bytes, const char *format, ...) {
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  int count = vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (count < 0) return false;
  size_t size = (size_t)count < sizeof text ? (size_t)count : sizeof text - 1;
  return ibid_bytes_append(bytes, text, size);
}
