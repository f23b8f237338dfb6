#include "map_keys.h"

#include <stdlib.h>
#include <string.h>

#include "internal.h"

static int compare_keys(const void *left, const void *right) { return ibid_compare_string_keys(left, right); }

// Puts the key that comes last into its place in the order. Its comparisons are hard to foresee: they are summed up.
static void insert_last(ibid_small_map *map) {
  const ibid_string_key *last = &map->keys[map->count];
  size_t low = 0;
  for (size_t left = map->count; left > 0;) {
    size_t half = (left + 1) / 2;
    const ibid_string_key *other = &map->keys[map->order[low + half - 1]];
    size_t follows = last->prefix > other->prefix;
    if (last->prefix == other->prefix) follows = ibid_compare_string_keys(last, other) > 0;
    low += half & (0 - follows);
    left -= half;
  }
  memmove(map->order + low + 1, map->order + low, map->count - low);
  map->order[low] = (uint8_t)map->count++;
}

bool ibid_take_apart(lua_State *L, int index, ibid_small_map *map) {
  int base = lua_gettop(L);
  map->count = 0;
  luaL_checkstack(L, 2 * IBID_SMALL_MAP + 8, "too deep");
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    if (map->count == IBID_SMALL_MAP || lua_type(L, -2) != LUA_TSTRING) {
      lua_settop(L, base);
      return false;
    }
    map->keys[map->count] = ibid_string_key_at(L, -2);
    insert_last(map);
    // `lua_next` goes on from the key and takes it off.
    lua_pushvalue(L, -2);
  }
  return map->count > 0;
}

const ibid_string_key *ibid_push_sorted_keys(lua_State *L, int index, size_t count, unsigned *steps) {
  ibid_string_key *keys = lua_newuserdatauv(L, count * sizeof *keys, 0);
  size_t filled = 0;
  lua_pushnil(L);
  while (filled < count && lua_next(L, index) != 0) {
    ibid_step(L, *steps);
    keys[filled++] = ibid_string_key_at(L, -2);
    lua_pop(L, 1);
    if (filled == count) lua_pop(L, 1);
  }
  qsort(keys, filled, sizeof *keys, compare_keys);
  return keys;
}
