// table.sort as a merge sort: stable, and at most n log n comparisons whatever the comparator
// answers. Lua's own quicksort leaves the order of equal elements open and takes its pivots from
// the clock.
#include <limits.h>
#include <string.h>

#include "internal.h"
#include "lib_table.h"

typedef enum { INTEGERS, FLOATS, STRINGS, ANY, BY_FUNCTION } order;

// What is compared without going through Lua.
typedef union {
  lua_Integer integer;
  lua_Number number;
  struct {
    const char *bytes;
    size_t count;
  } string;
} sort_key;

typedef struct {
  lua_State *L;
  order order;
  int values;  // stack index of the table that holds the elements
  sort_key *keys;
  unsigned *places, *spare;
  unsigned steps;
} sorter;

// Strings compare bytewise: Lua's `<` asks the process's locale, which here is C's.
static bool string_less(const sort_key *a, const sort_key *b) {
  size_t shorter = a->string.count < b->string.count ? a->string.count : b->string.count;
  int order = memcmp(a->string.bytes, b->string.bytes, shorter);
  return order != 0 ? order < 0 : a->string.count < b->string.count;
}

static bool less(sorter *s, unsigned left, unsigned right) {
  lua_State *L = s->L;
  ibid_step(L, s->steps);
  bool result;
  switch (s->order) {
    case INTEGERS:
      return s->keys[left].integer < s->keys[right].integer;
    case FLOATS:
      return s->keys[left].number < s->keys[right].number;
    case STRINGS:
      return string_less(&s->keys[left], &s->keys[right]);
    case BY_FUNCTION:
      lua_pushvalue(L, 2);
      lua_rawgeti(L, s->values, (lua_Integer)left + 1);
      lua_rawgeti(L, s->values, (lua_Integer)right + 1);
      lua_call(L, 2, 1);
      result = lua_toboolean(L, -1);
      lua_pop(L, 1);
      return result;
    default:
      lua_rawgeti(L, s->values, (lua_Integer)left + 1);
      lua_rawgeti(L, s->values, (lua_Integer)right + 1);
      result = lua_compare(L, -2, -1, LUA_OPLT);
      lua_pop(L, 2);
      return result;
  }
}

// Merges places[from, middle) and places[middle, to); both are in order.
static void merge(sorter *s, size_t from, size_t middle, size_t to) {
  unsigned *places = s->places, *spare = s->spare;
  if (!less(s, places[middle], places[middle - 1])) return;
  memcpy(spare + from, places + from, (middle - from) * sizeof *spare);
  size_t left = from, right = middle, at = from;
  while (left < middle && right < to) {
    // Only a right one that is truly less goes first: equal elements keep their order.
    if (less(s, places[right], spare[left])) places[at++] = places[right++];
    else places[at++] = spare[left++];
  }
  memcpy(places + at, spare + left, (middle - left) * sizeof *places);
}

static order order_of(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      return lua_isinteger(L, index) ? INTEGERS : FLOATS;
    case LUA_TSTRING:
      return STRINGS;
    default:
      return ANY;
  }
}

static void read_key(lua_State *L, sort_key *key, order order) {
  if (order == INTEGERS) key->integer = lua_tointeger(L, -1);
  else if (order == FLOATS) key->number = lua_tonumber(L, -1);
  else key->string.bytes = lua_tolstring(L, -1, &key->string.count);
}

// Copies the elements to a table of their own and finds how to compare them.
static void read_elements(sorter *s, lua_Integer count) {
  lua_State *L = s->L;
  bool by_function = !lua_isnil(L, 2);
  for (lua_Integer at = 1; at <= count; at++) {
    ibid_step(L, s->steps);
    order found = lua_geti(L, 1, at) == LUA_TNIL ? ANY : order_of(L, -1);
    // Not to be compared with anything: say so before a lying length makes the loop long.
    if (lua_isnil(L, -1) && !by_function) {
      lua_pushinteger(L, 0);
      lua_compare(L, -2, -1, LUA_OPLT);
    }
    if (at == 1) s->order = by_function ? BY_FUNCTION : found;
    else if (!by_function && found != s->order) s->order = ANY;
    lua_rawseti(L, s->values, at);
  }
}

static void make_keys(sorter *s, size_t count) {
  lua_State *L = s->L;
  s->places = lua_newuserdatauv(L, 2 * count * sizeof *s->places, 0);
  s->spare = s->places + count;
  for (size_t at = 0; at < count; at++) s->places[at] = (unsigned)at;
  if (s->order == ANY || s->order == BY_FUNCTION) return;
  s->keys = lua_newuserdatauv(L, count * sizeof *s->keys, 0);
  for (size_t at = 0; at < count; at++) {
    ibid_step(L, s->steps);
    lua_rawgeti(L, s->values, (lua_Integer)at + 1);
    read_key(L, &s->keys[at], s->order);
    lua_pop(L, 1);
  }
}

int ibid_table_sort(lua_State *L) {
  ibid_check_list(L, 1, IBID_READS | IBID_WRITES | IBID_MEASURES);
  lua_Integer length = luaL_len(L, 1);
  if (length < 2) return 0;
  luaL_argcheck(L, length < INT_MAX, 1, "array too big");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  lua_newtable(L);
  sorter s = {.L = L, .values = 3};
  read_elements(&s, length);
  size_t count = (size_t)length;
  make_keys(&s, count);
  luaL_checkstack(L, 8, NULL);
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t from = 0; from + width < count; from += 2 * width) {
      size_t to = from + 2 * width < count ? from + 2 * width : count;
      merge(&s, from, from + width, to);
    }
  }
  for (size_t at = 0; at < count; at++) {
    ibid_step(L, s.steps);
    lua_rawgeti(L, s.values, (lua_Integer)s.places[at] + 1);
    lua_seti(L, 1, (lua_Integer)at + 1);
  }
  return 0;
}
