// load and require: text only, in the plugin's environment or one that it gives.
#include <string.h>

#include "chunk.h"
#include "internal.h"
#include "libraries.h"

static int push_failure(lua_State *L, int status) {
  if (ibid_is_abort(L, status)) ibid_raise_abort(L);
  lua_pushnil(L);
  lua_insert(L, -2);
  return 2;
}

// Pieces come from the plugin's function at index 1; the last one is kept at index 5.
static const char *read_piece(lua_State *L, void *unused, size_t *count) {
  (void)unused;
  ibid_poll(L);
  luaL_checkstack(L, 2, "too many nested functions");
  lua_pushvalue(L, 1);
  lua_call(L, 0, 1);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    *count = 0;
    return NULL;
  }
  if (!lua_isstring(L, -1)) luaL_error(L, "reader function must return a string");
  lua_replace(L, 5);
  return lua_tolstring(L, 5, count);
}

static int base_load(lua_State *L) {
  bool has_environment = !lua_isnone(L, 4);
  const char *mode = luaL_optstring(L, 3, "t");
  luaL_argcheck(L, strchr(mode, 't') != NULL, 3, "only text can be loaded");
  int status;
  if (lua_type(L, 1) == LUA_TSTRING) {
    size_t count;
    const char *text = lua_tolstring(L, 1, &count);
    const char *name = luaL_optstring(L, 2, text);
    lua_settop(L, 4);
    status = ibid_load_text(L, name, text, count);
  } else {
    const char *name = luaL_optstring(L, 2, "=(load)");
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_settop(L, 5);
    status = lua_load(L, read_piece, NULL, name, "t");
  }
  if (status != LUA_OK) return push_failure(L, status);
  if (has_environment) {
    lua_pushvalue(L, 4);
    if (lua_setupvalue(L, -2, 1) == NULL) lua_pop(L, 1);
  }
  return 1;
}

// Modules already loaded: name to value, `false` while one is being loaded.
static const char modules_key;

static int base_require(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  ibid_value name = {.kind = IBID_BYTES};
  name.bytes = luaL_checklstring(L, 1, &name.count);
  lua_settop(L, 1);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &modules_key);
  lua_pushvalue(L, 1);
  int known = lua_rawget(L, 2);
  if (known == LUA_TBOOLEAN && !lua_toboolean(L, -1))
    return luaL_error(L, "module '%s' requires itself", name.bytes);
  if (known != LUA_TNIL) return 1;
  lua_pop(L, 1);
  if (self->require.function == NULL) lua_pushnil(L);
  else ibid_call_host(L, &self->require, &name, 1);
  if (lua_type(L, -1) != LUA_TSTRING) return luaL_error(L, "module '%s' not found", name.bytes);
  size_t count;
  const char *text = lua_tolstring(L, -1, &count);
  // The chunk is called by its file in the plugin's folder.
  const char *file = luaL_gsub(L, name.bytes, ".", "/");
  int status = ibid_load_text(L, lua_pushfstring(L, "@%s.lua", file), text, count);
  if (status != LUA_OK) {
    if (ibid_is_abort(L, status)) ibid_raise_abort(L);
    return lua_error(L);
  }
  lua_pushvalue(L, 1);
  lua_pushboolean(L, 0);
  lua_rawset(L, 2);
  lua_pushvalue(L, 1);
  status = lua_pcall(L, 1, 1, 0);
  bool failed = status != LUA_OK;
  if (failed && ibid_is_abort(L, status)) ibid_raise_abort(L);
  if (!failed && lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_pushboolean(L, 1);
  }
  // A module that failed may be asked for again.
  lua_pushvalue(L, 1);
  if (failed) lua_pushnil(L);
  else lua_pushvalue(L, -2);
  lua_rawset(L, 2);
  return failed ? lua_error(L) : 1;
}

void ibid_open_load(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"load", base_load},
      {"require", base_require},
      {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &modules_key);
}
