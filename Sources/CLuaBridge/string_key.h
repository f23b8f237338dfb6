// A string as a key: compared by its bytes.
#ifndef IBID_STRING_KEY_H
#define IBID_STRING_KEY_H

#include <lua.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
  const char *bytes;  ///< Lua's
  size_t count;
  uint64_t prefix;  ///< the first eight bytes, the first one highest: settles most comparisons
} ibid_string_key;

/// The string at `index`, which must be one: a number would be changed in its place.
static inline ibid_string_key ibid_string_key_at(lua_State *L, int index) {
  ibid_string_key key = {0};
  key.bytes = lua_tolstring(L, index, &key.count);
  if (key.count >= sizeof key.prefix) {
    memcpy(&key.prefix, key.bytes, sizeof key.prefix);
    key.prefix = __builtin_bswap64(key.prefix);
    return key;
  }
  for (size_t at = 0; at < key.count; at++)
    key.prefix |= (uint64_t)(unsigned char)key.bytes[at] << (56 - 8 * at);
  return key;
}

static inline int ibid_compare_string_keys(const ibid_string_key *a, const ibid_string_key *b) {
  if (a->prefix != b->prefix) return a->prefix < b->prefix ? -1 : 1;
  size_t shorter = a->count < b->count ? a->count : b->count;
  int order = memcmp(a->bytes, b->bytes, shorter);
  if (order != 0) return order;
  return a->count < b->count ? -1 : a->count > b->count;
}

#endif
