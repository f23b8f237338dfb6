// pcall, xpcall and error: what catches raises an abort again.
#include "internal.h"
#include "libraries.h"

static int finish(lua_State *L, int status, lua_KContext extra) {
  if (status != LUA_OK && status != LUA_YIELD) {
    if (ibid_is_abort(L, status)) ibid_raise_abort(L);
    lua_pushboolean(L, 0);
    lua_pushvalue(L, -2);
    return 2;
  }
  ibid_rethrow(L);
  return lua_gettop(L) - (int)extra;
}

static int base_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, finish);
  return finish(L, status, 0);
}

// The handler is the plugin's own function: an abort is raised as Lua's memory error, for which no
// handler is called, and one that spins is itself stopped so.
static int base_xpcall(lua_State *L) {
  int count = lua_gettop(L);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  int status = lua_pcallk(L, count - 2, LUA_MULTRET, 2, 2, finish);
  return finish(L, status, 2);
}

void ibid_open_protected_calls(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"pcall", base_pcall},
      {"xpcall", base_xpcall},
      {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
}
