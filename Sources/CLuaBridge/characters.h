#ifndef IBID_CHARACTERS_H
#define IBID_CHARACTERS_H

#include <stdbool.h>

// The classes of the C locale, whatever locale the process has: runs repeat on other machines.

static inline bool ibid_is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
static inline bool ibid_is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
static inline bool ibid_is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static inline bool ibid_is_alpha(unsigned char c) { return ibid_is_lower(c | 0x20); }
static inline bool ibid_is_alnum(unsigned char c) { return ibid_is_alpha(c) || ibid_is_digit(c); }
static inline bool ibid_is_space(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }
static inline bool ibid_is_control(unsigned char c) { return c < 32 || c == 127; }
static inline bool ibid_is_graph(unsigned char c) { return c > 32 && c < 127; }
static inline bool ibid_is_punct(unsigned char c) { return ibid_is_graph(c) && !ibid_is_alnum(c); }
static inline bool ibid_is_hex(unsigned char c) {
  return ibid_is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}
static inline unsigned char ibid_to_lower(unsigned char c) {
  return ibid_is_upper(c) ? (unsigned char)(c | 0x20) : c;
}
static inline unsigned char ibid_to_upper(unsigned char c) {
  return ibid_is_lower(c) ? (unsigned char)(c & ~0x20) : c;
}

#endif
