#ifndef IBID_JSON_TEXT_H
#define IBID_JSON_TEXT_H

#include <stdint.h>

#include "bytes.h"

/// Appends a string of UTF-8 in quotes, with what JSON wants escaped. False where room runs out.
bool ibid_json_string(ibid_bytes *out, const char *text, size_t count);

/// Appends a string of ASCII that needs no escapes, as nearly all keys are, in quotes. False, and nothing
/// appended, for others and where room runs out.
bool ibid_json_plain(ibid_bytes *out, const char *text, size_t count);

/// Appends the shortest decimal that reads back as the same finite number, always with a point or
/// an exponent. False where room runs out.
bool ibid_json_float(ibid_bytes *out, double value);

/// Writes an integer and tells how many bytes it has, 20 at most.
size_t ibid_json_integer(char *text, int64_t value);

#endif
