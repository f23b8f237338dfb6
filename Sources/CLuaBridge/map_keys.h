// The string keys of a table in bytewise order, in which JSON has them.
#ifndef IBID_MAP_KEYS_H
#define IBID_MAP_KEYS_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "string_key.h"

/// A map of so many members at most is taken apart on the stack in one pass: a third of the time of looking at
/// its keys first and each value up afterwards.
enum { IBID_SMALL_MAP = 64 };

typedef struct {
  ibid_string_key keys[IBID_SMALL_MAP];
  uint8_t order[IBID_SMALL_MAP];  ///< the keys' places, in the order of the keys
  size_t count;
} ibid_small_map;

/// Pushes the keys and values of the table at `index` in turn. False, and nothing pushed, where the table is
/// empty or large or has other keys than strings.
bool ibid_take_apart(lua_State *L, int index, ibid_small_map *map);

/// Pushes a block with the keys of the table at `index`, which are `count` strings, and returns them sorted. They
/// lie in Lua's memory, where the garbage collector accounts for them and frees them.
const ibid_string_key *ibid_push_sorted_keys(lua_State *L, int index, size_t count, unsigned *steps);

#endif
