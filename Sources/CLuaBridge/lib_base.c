// Basic functions. Those of Lua's own library that cannot loop in C, call back or tell an address
// stay.
#include <string.h>

#include "internal.h"
#include "json.h"
#include "libraries.h"

static int base_print(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  int count = lua_gettop(L);
  luaL_Buffer line;
  luaL_buffinit(L, &line);
  for (int at = 1; at <= count; at++) {
    if (at > 1) luaL_addchar(&line, '\t');
    ibid_push_text(L, at, NULL);
    luaL_addvalue(&line);
  }
  luaL_pushresult(&line);
  ibid_value text = {.kind = IBID_BYTES};
  text.bytes = lua_tolstring(L, -1, &text.count);
  self->printed += text.count + 1;
  if (self->limits.print != 0 && self->printed > self->limits.print) {
    ibid_request_abort(self, IBID_TOO_LARGE);
    ibid_raise_abort(L);
  }
  if (self->print.function != NULL) ibid_call_host(L, &self->print, &text, 1);
  return 0;
}

static int base_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  ibid_push_text(L, 1, NULL);
  return 1;
}

static int base_collectgarbage(lua_State *L) {
  const char *option = luaL_optstring(L, 1, "collect");
  if (strcmp(option, "count") != 0)
    return luaL_argerror(L, 1, lua_pushfstring(L, "option '%s' is not available", option));
  lua_pushnumber(L, (lua_Number)ibid_self(L)->used / 1024);
  return 1;
}

// setmetatable's upvalues; the last is a table, weak in its keys, of all that are metatables.
enum { GC_NAME = 1, MODE_NAME, METATABLES };

static bool has_field(lua_State *L, int index, int name) {
  lua_pushvalue(L, lua_upvalueindex(name));
  bool found = lua_rawget(L, index) != LUA_TNIL;
  lua_pop(L, 1);
  return found;
}

// Lua 5.4.4 runs finalizers with its hooks off, so one that spins could not be stopped; and it may
// free a weak metatable while it follows its `__newindex`, so those are refused in either order.
static void check_metatable(lua_State *L) {
  luaL_argcheck(L, !has_field(L, 2, GC_NAME), 2, "__gc is not available");
  if (lua_getmetatable(L, 2)) {
    luaL_argcheck(L, !has_field(L, 3, MODE_NAME), 2, "a weak table cannot be a metatable");
    lua_pop(L, 1);
  }
  if (has_field(L, 2, MODE_NAME)) {
    lua_pushvalue(L, 1);
    luaL_argcheck(L, lua_rawget(L, lua_upvalueindex(METATABLES)) == LUA_TNIL, 1,
                  "a metatable cannot be weak");
    lua_pop(L, 1);
  }
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(METATABLES)) == LUA_TNIL) {
    lua_pushvalue(L, 2);
    lua_pushboolean(L, 1);
    lua_rawset(L, lua_upvalueindex(METATABLES));
  }
  lua_pop(L, 1);
}

static bool is_locked(lua_State *L) {
  if (luaL_getmetafield(L, 1, "__metatable") == LUA_TNIL) return false;
  lua_pop(L, 1);
  // The list mark is only a remark of the host: a class may take its place.
  lua_getmetatable(L, 1);
  ibid_push_list_mark(L);
  bool is_mark = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  return !is_mark;
}

static int base_setmetatable(lua_State *L) {
  int type = lua_type(L, 2);
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  if (is_locked(L)) return luaL_error(L, "cannot change a protected metatable");
  lua_settop(L, 2);
  if (type == LUA_TTABLE) check_metatable(L);
  lua_setmetatable(L, 1);
  return 1;
}

void ibid_open_base(lua_State *L) {
  static const char *const stock[] = {
      "assert", "error", "getmetatable", "ipairs", "rawequal", "rawget", "rawlen",
      "rawset", "select", "tonumber", "type", NULL,
  };
  static const luaL_Reg functions[] = {
      {"collectgarbage", base_collectgarbage},
      {"print", base_print},
      {"tostring", base_tostring},
      {NULL, NULL},
  };
  ibid_copy_functions(L, luaopen_base, stock);
  luaL_setfuncs(L, functions, 0);
  lua_pushliteral(L, "__gc");
  lua_pushliteral(L, "__mode");
  lua_newtable(L);
  lua_newtable(L);
  lua_pushliteral(L, "k");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_pushcclosure(L, base_setmetatable, METATABLES);
  lua_setfield(L, -2, "setmetatable");
}
