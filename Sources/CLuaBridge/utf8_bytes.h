#ifndef IBID_UTF8_BYTES_H
#define IBID_UTF8_BYTES_H

#include <stddef.h>
#include <stdint.h>

/// Bytes of the UTF-8 sequence at `text`, 0 where it is none (surrogates and overlong forms are
/// not).
///
/// `*scalar` receives its value if `scalar` is not NULL.
size_t ibid_utf8_sequence(const char *text, size_t count, uint32_t *scalar);

/// Offset of the first byte that is not UTF-8, or `count`.
size_t ibid_utf8_invalid(const char *text, size_t count);

/// Writes a scalar as UTF-8 and tells its size, 1 to 4.
size_t ibid_utf8_encode(uint32_t scalar, char out[4]);

#endif
