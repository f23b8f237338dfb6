#include "CLuaBridge.h"
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
int ibid_lua_probe(void) { lua_State *L = luaL_newstate(); luaL_openlibs(L); int ok = luaL_dostring(L, "return 40 + 2"); int v = (int)lua_tointeger(L, -1); lua_close(L); return ok == 0 ? v : -1; }
