// The order in which `pairs` shows keys that are not in the list part.
#ifndef IBID_KEY_ORDER_H
#define IBID_KEY_ORDER_H

#include <lua.h>
#include <stdbool.h>

#include "string_key.h"

/// Kinds of keys, in their order.
typedef enum {
  IBID_KEY_NUMBER,
  IBID_KEY_STRING,
  IBID_KEY_BOOLEAN,
  IBID_KEY_HANDLE,
  IBID_KEY_OTHER,
} ibid_key_rank;

/// What decides the place of a key. Its bytes stay Lua's.
typedef struct {
  ibid_key_rank rank;
  bool is_float;
  union {
    lua_Integer integer;  // also handles, booleans, and the order of finding
    lua_Number number;
    ibid_string_key string;
  } as;
  unsigned place;  // in the table of gathered keys, from 1
} ibid_key;

/// Describes the key at the top of the stack, which was found as number `place`.
ibid_key ibid_describe_key(lua_State *L, unsigned place);

/// Compares two `ibid_key`, for `qsort`.
int ibid_compare_keys(const void *left, const void *right);

#endif
