// pairs and next in an order that repeats from run to run: the list part 1…n, then the other
// numbers in order, strings bytewise, false and true, handles by their id, and last what has no
// order of its own.
//
// The list part is walked in place. Only what comes after it is gathered and sorted.
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "key_order.h"
#include "libraries.h"
#include "map_keys.h"

// An iteration: its user value is the table of sorted keys, once there is one.
typedef struct {
  size_t count, position;
  bool gathered;
} iteration;

static const char iterations_key;

static bool is_walked(lua_State *L, lua_Integer walked) {
  if (!lua_isinteger(L, -1)) return false;
  lua_Integer key = lua_tointeger(L, -1);
  return key >= 1 && key <= walked;
}

static unsigned count_keys(lua_State *L, lua_Integer walked) {
  unsigned steps = 0, count = 0;
  lua_pushnil(L);
  while (lua_next(L, 1) != 0) {
    ibid_step(L, steps);
    lua_pop(L, 1);
    if (!is_walked(L, walked)) count++;
  }
  return count;
}

// Gathers the keys of the table at 1, for the iteration at `index`, where it is a small map; tells whether it is.
// That takes half of the time of the general way.
static bool gather_small(lua_State *L, int index) {
  iteration *it = lua_touserdata(L, index);
  ibid_small_map map;
  int base = lua_gettop(L);
  if (!ibid_take_apart(L, 1, &map)) return false;
  *it = (iteration){.count = map.count, .gathered = true};
  lua_createtable(L, (int)map.count, 0);
  for (size_t at = 0; at < map.count; at++) {
    lua_pushvalue(L, base + 1 + 2 * map.order[at]);
    lua_rawseti(L, -2, (lua_Integer)at + 1);
  }
  lua_setiuservalue(L, index, 1);
  lua_settop(L, base);
  return true;
}

// Gathers and sorts the keys of the table at 1 but 1…walked, for the iteration at `index`.
static void gather(lua_State *L, int index, lua_Integer walked) {
  if (walked == 0 && gather_small(L, index)) return;
  iteration *it = lua_touserdata(L, index);
  unsigned steps = 0, found = 0, count = count_keys(L, walked);
  it->gathered = true;
  it->position = 0;
  it->count = count;
  if (count == 0) return;
  int base = lua_gettop(L);
  lua_createtable(L, (int)count, 0);
  lua_createtable(L, (int)count, 0);
  ibid_key *entries = lua_newuserdatauv(L, count * sizeof *entries, 0);
  // Nothing of the plugin runs in between; a collection can only take keys away.
  lua_pushnil(L);
  while (found < count && lua_next(L, 1) != 0) {
    ibid_step(L, steps);
    lua_pop(L, 1);
    if (is_walked(L, walked)) continue;
    entries[found] = ibid_describe_key(L, found + 1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, base + 2, (lua_Integer)++found);
  }
  qsort(entries, found, sizeof *entries, ibid_compare_keys);
  for (unsigned at = 0; at < found; at++) {
    ibid_step(L, steps);
    lua_rawgeti(L, base + 2, entries[at].place);
    lua_rawseti(L, base + 1, (lua_Integer)at + 1);
  }
  it->count = found;
  lua_settop(L, base + 1);
  lua_setiuservalue(L, index, 1);
}

// Puts the position after the key at 2; false where it is not among the gathered ones.
static bool find_position(lua_State *L, iteration *it, int keys) {
  unsigned steps = 0;
  if (it->position > 0) {
    lua_rawgeti(L, keys, (lua_Integer)it->position);
    bool is_here = lua_rawequal(L, -1, 2);
    lua_pop(L, 1);
    if (is_here) return true;
  }
  for (size_t at = 1; at <= it->count; at++) {
    ibid_step(L, steps);
    lua_rawgeti(L, keys, (lua_Integer)at);
    bool is_here = lua_rawequal(L, -1, 2);
    lua_pop(L, 1);
    if (!is_here) continue;
    it->position = at;
    return true;
  }
  return false;
}

// Pushes the first key of the table at 1, which is not empty, without gathering the others.
static void push_first(lua_State *L) {
  unsigned steps = 0;
  lua_pushnil(L);
  int best = lua_gettop(L);
  ibid_key least = {0};
  unsigned place = 0;
  lua_pushnil(L);
  while (lua_next(L, 1) != 0) {
    ibid_step(L, steps);
    lua_pop(L, 1);
    ibid_key e = ibid_describe_key(L, ++place);
    if (place > 1 && ibid_compare_keys(&e, &least) >= 0) continue;
    least = e;
    lua_pushvalue(L, -1);
    lua_replace(L, best);
  }
}

// The step of the iteration at `index` over the table at 1 from the key at 2.
static int advance(lua_State *L, int index) {
  iteration *it = lua_touserdata(L, index);
  lua_Integer walked = 0;
  bool in_list = lua_isnil(L, 2);
  if (in_list) {
    it->gathered = false;
  } else if (!it->gathered && lua_isinteger(L, 2)) {
    walked = lua_tointeger(L, 2);
    in_list = walked >= 1 && walked < LUA_MAXINTEGER;
  }
  if (in_list) {
    if (lua_rawgeti(L, 1, walked + 1) != LUA_TNIL) {
      lua_pushinteger(L, walked + 1);
      lua_insert(L, -2);
      return 2;
    }
    lua_pop(L, 1);
    gather(L, index, walked);
  }
  if (!it->gathered) gather(L, index, 0);
  lua_getiuservalue(L, index, 1);
  int keys = lua_gettop(L);
  if (!in_list && !find_position(L, it, keys)) {
    // A key of another iteration, or of one that a change made old.
    lua_pop(L, 1);
    gather(L, index, 0);
    lua_getiuservalue(L, index, 1);
    if (!find_position(L, it, keys)) return luaL_error(L, "invalid key to 'next'");
  }
  unsigned steps = 0;
  while (it->position < it->count) {
    ibid_step(L, steps);
    lua_rawgeti(L, keys, (lua_Integer)++it->position);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 1) != LUA_TNIL) return 2;
    // Removed since it was gathered.
    lua_pop(L, 2);
  }
  lua_pushnil(L);
  return 1;
}

static void new_iteration(lua_State *L) {
  iteration *it = lua_newuserdatauv(L, sizeof *it, 1);
  *it = (iteration){0};
}

static int next_pair(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  // Within the list part, which is most of all steps.
  const iteration *it = lua_touserdata(L, lua_upvalueindex(1));
  if (!it->gathered && lua_isinteger(L, 2)) {
    lua_Integer at = lua_tointeger(L, 2);
    if (at >= 1 && at < LUA_MAXINTEGER) {
      lua_pushinteger(L, at + 1);
      if (lua_rawgeti(L, 1, at + 1) != LUA_TNIL) return 2;
      lua_settop(L, 2);
    }
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  return advance(L, 3);
}

static int continue_pairs(lua_State *L, int status, lua_KContext context) {
  (void)L;
  (void)status;
  (void)context;
  return 3;
}

static int base_pairs(lua_State *L) {
  luaL_checkany(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_callk(L, 1, 3, 0, continue_pairs);
    return 3;
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  new_iteration(L);
  lua_pushcclosure(L, next_pair, 1);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

// The first step of a walk by hand. Most calls only ask whether there is anything at all.
static int begin_next(lua_State *L) {
  lua_pushnil(L);
  if (lua_next(L, 1) == 0) {
    lua_pushnil(L);
    return 1;
  }
  lua_settop(L, 2);
  lua_pushinteger(L, 1);
  if (lua_rawgeti(L, 1, 1) != LUA_TNIL) return 2;
  lua_settop(L, 2);
  push_first(L);
  lua_pushvalue(L, -1);
  lua_rawget(L, 1);
  return 2;
}

// Iterations of `next` are kept per table, so that a walk by hand sorts once.
static int base_next(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &iterations_key);
  lua_pushvalue(L, 1);
  bool is_known = lua_rawget(L, 3) != LUA_TNIL;
  if (lua_isnil(L, 2)) {
    if (is_known) ((iteration *)lua_touserdata(L, 4))->gathered = false;
    return begin_next(L);
  }
  if (!is_known) {
    lua_pop(L, 1);
    new_iteration(L);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 3);
  }
  return advance(L, 4);
}

void ibid_open_pairs(lua_State *L) {
  static const luaL_Reg functions[] = {{"next", base_next}, {"pairs", base_pairs}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
  lua_newtable(L);
  lua_newtable(L);
  lua_pushliteral(L, "k");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &iterations_key);
}
