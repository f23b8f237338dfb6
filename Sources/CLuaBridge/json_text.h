#ifndef IBID_JSON_TEXT_H
#define IBID_JSON_TEXT_H

#include <stdint.h>

#include "bytes.h"

/// Of eight bytes those that end what needs no escapes: quotation marks, backslashes, and all below 0x20. Their
/// highest bits are set, and perhaps some in bytes behind the first of them.
static inline uint64_t ibid_json_stops(uint64_t bytes) {
  const uint64_t ones = 0x0101010101010101u, high = ones << 7;
  uint64_t quote = bytes ^ ones * '"', backslash = bytes ^ ones * '\\';
  // Where no byte borrows from the next, the highest bit is set in those that are below the subtrahend.
  uint64_t found = (bytes - ones * 0x20) | (quote - ones) | (backslash - ones);
  return found & ~bytes & high;
}

/// Appends a string of UTF-8 in quotes, with what JSON wants escaped. False where room runs out.
bool ibid_json_string(ibid_bytes *out, const char *text, size_t count);

/// Appends a string of ASCII that needs no escapes, as nearly all keys are, in quotes. False, and nothing
/// appended, for others and where room runs out.
bool ibid_json_plain(ibid_bytes *out, const char *text, size_t count);

/// Appends the shortest decimal that reads back as the same finite number, always with a point or
/// an exponent. False where room runs out.
bool ibid_json_float(ibid_bytes *out, double value);

/// Appends an integer. False where room runs out.
bool ibid_json_whole(ibid_bytes *out, int64_t value);

/// Writes an integer and tells how many bytes it has, 20 at most.
size_t ibid_json_integer(char *text, int64_t value);

#endif
