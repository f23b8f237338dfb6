// table: Lua's own results, with a look at the alarm in each loop. A `__len` that lies makes a long
// loop, which the CPU budget ends.
#include <limits.h>
#include <string.h>

#include "internal.h"
#include "lib_table.h"
#include "libraries.h"

// Whether the metatable on the top of the stack has the field.
static bool has_field(lua_State *L, const char *name) {
  lua_pushstring(L, name);
  bool found = lua_rawget(L, -2) != LUA_TNIL;
  lua_pop(L, 1);
  return found;
}

void ibid_check_list(lua_State *L, int index, unsigned needs) {
  if (lua_type(L, index) == LUA_TTABLE) return;
  bool is_ok = lua_getmetatable(L, index) != 0;
  if (is_ok) {
    is_ok = (!(needs & IBID_READS) || has_field(L, "__index")) &&
            (!(needs & IBID_WRITES) || has_field(L, "__newindex")) &&
            (!(needs & IBID_MEASURES) || has_field(L, "__len"));
    lua_pop(L, 1);
  }
  if (!is_ok) luaL_checktype(L, index, LUA_TTABLE);
}

static lua_Integer check_length(lua_State *L, int index, unsigned needs) {
  ibid_check_list(L, index, needs | IBID_MEASURES);
  return luaL_len(L, index);
}

// list[to] = list[from]
static void copy_element(lua_State *L, lua_Integer to, lua_Integer from) {
  lua_geti(L, 1, from);
  lua_seti(L, 1, to);
}

static int table_insert(lua_State *L) {
  lua_Integer length = check_length(L, 1, IBID_READS | IBID_WRITES);
  // The sum may pass the largest integer.
  lua_Integer end = (lua_Integer)((lua_Unsigned)length + 1);
  unsigned steps = 0;
  lua_Integer position = end;
  switch (lua_gettop(L)) {
    case 2:
      break;
    case 3:
      position = luaL_checkinteger(L, 2);
      luaL_argcheck(
          L, (lua_Unsigned)position - 1 < (lua_Unsigned)end, 2, "position out of bounds");
      for (lua_Integer at = end; at > position; at--) {
        ibid_step(L, steps);
        copy_element(L, at, at - 1);
      }
      break;
    default:
      return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  lua_seti(L, 1, position);
  return 0;
}

static int table_remove(lua_State *L) {
  lua_Integer length = check_length(L, 1, IBID_READS | IBID_WRITES);
  lua_Integer position = luaL_optinteger(L, 2, length);
  unsigned steps = 0;
  if (position != length)
    luaL_argcheck(
        L, (lua_Unsigned)position - 1 <= (lua_Unsigned)length, 1, "position out of bounds");
  lua_geti(L, 1, position);
  for (; position < length; position++) {
    ibid_step(L, steps);
    copy_element(L, position, position + 1);
  }
  lua_pushnil(L);
  lua_seti(L, 1, position);
  return 1;
}

static int table_move(lua_State *L) {
  lua_Integer from = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3);
  lua_Integer to = luaL_checkinteger(L, 4);
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  ibid_check_list(L, 1, IBID_READS);
  ibid_check_list(L, target, IBID_WRITES);
  unsigned steps = 0;
  if (last >= from) {
    luaL_argcheck(L, from > 0 || last < LUA_MAXINTEGER + from, 3, "too many elements to move");
    lua_Integer count = last - from + 1;
    luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    bool overlaps = to > from && to <= last &&
                    (target == 1 || lua_compare(L, 1, target, LUA_OPEQ));
    for (lua_Integer at = 0; at < count; at++) {
      ibid_step(L, steps);
      lua_Integer offset = overlaps ? count - 1 - at : at;
      lua_geti(L, 1, from + offset);
      lua_seti(L, target, to + offset);
    }
  }
  lua_pushvalue(L, target);
  return 1;
}

static void add_element(lua_State *L, luaL_Buffer *out, lua_Integer at) {
  lua_geti(L, 1, at);
  if (!lua_isstring(L, -1))
    luaL_error(L, "invalid value (%s) at index %I in table for 'concat'", luaL_typename(L, -1),
               (LUAI_UACINT)at);
  luaL_addvalue(out);
}

static int table_concat(lua_State *L) {
  lua_Integer last = check_length(L, 1, IBID_READS);
  size_t count;
  const char *separator = luaL_optlstring(L, 2, "", &count);
  lua_Integer at = luaL_optinteger(L, 3, 1);
  last = luaL_optinteger(L, 4, last);
  unsigned steps = 0;
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  for (; at < last; at++) {
    ibid_step(L, steps);
    add_element(L, &out, at);
    luaL_addlstring(&out, separator, count);
  }
  if (at == last) add_element(L, &out, at);
  luaL_pushresult(&out);
  return 1;
}

static int table_unpack(lua_State *L) {
  lua_Integer at = luaL_optinteger(L, 2, 1);
  lua_Integer last = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);
  if (at > last) return 0;
  lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)at;
  if (count >= INT_MAX || !lua_checkstack(L, (int)++count))
    return luaL_error(L, "too many results to unpack");
  unsigned steps = 0;
  for (; at < last; at++) {
    ibid_step(L, steps);
    lua_geti(L, 1, at);
  }
  lua_geti(L, 1, last);
  return (int)count;
}

void ibid_open_table(lua_State *L) {
  static const char *const stock[] = {"pack", NULL};
  static const luaL_Reg functions[] = {
      {"concat", table_concat}, {"insert", table_insert}, {"move", table_move},
      {"remove", table_remove}, {"sort", ibid_table_sort}, {"unpack", table_unpack},
      {NULL, NULL},
  };
  ibid_copy_functions(L, luaopen_table, stock);
  luaL_setfuncs(L, functions, 0);
}
