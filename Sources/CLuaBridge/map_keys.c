#include "map_keys.h"

#include <stdlib.h>
#include <string.h>

#include "internal.h"

static int compare_keys(const void *left, const void *right) { return ibid_compare_string_keys(left, right); }

// Puts the key that comes last into its place in the order.
static void insert_last(ibid_small_map *map) {
  size_t low = 0, high = map->count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (ibid_compare_string_keys(&map->keys[map->count], &map->keys[map->order[middle]]) < 0) high = middle;
    else low = middle + 1;
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
