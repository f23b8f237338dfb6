// A string as a key: compared by its bytes.
#ifndef IBID_STRING_KEY_H
#define IBID_STRING_KEY_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "eight_bytes.h"

typedef struct {
  const char *bytes;  ///< Lua's
  size_t count;
  uint64_t prefix;  ///< the first eight bytes, the first one highest: settles most comparisons
} ibid_string_key;

/// The string at `index`, which must be one: a number would be changed in its place.
static inline ibid_string_key ibid_string_key_at(lua_State *L, int index) {
  ibid_string_key key = {0};
  key.bytes = lua_tolstring(L, index, &key.count);
  bool is_whole = key.count >= sizeof key.prefix;
  key.prefix = __builtin_bswap64(is_whole ? ibid_eight_bytes(key.bytes) : ibid_few_bytes(key.bytes, key.count));
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
