// The environment of a plugin: what can be reached is what is named here and in the lib_… files.
#include "internal.h"
#include "json.h"
#include "libraries.h"
#include "suggestion.h"

// Addresses of these are keys in Lua's registry.
static const char globals_key, environment_key, environment_meta_key;

void ibid_copy_functions(lua_State *L, lua_CFunction library, const char *const names[]) {
  lua_pushcfunction(L, library);
  lua_call(L, 0, 1);
  for (int at = 0; names[at] != NULL; at++) {
    lua_getfield(L, -1, names[at]);
    lua_setfield(L, -3, names[at]);
  }
  lua_pop(L, 1);
}

void ibid_push_globals(lua_State *L) { lua_rawgetp(L, LUA_REGISTRYINDEX, &globals_key); }

// Reading an undeclared global is an error, as a misspelt name would otherwise be a silent nil.
static int undefined(lua_State *L) {
  if (lua_type(L, 2) != LUA_TSTRING) {
    lua_pushnil(L);
    return 1;
  }
  char near[IBID_SUGGESTION_SIZE];
  const char *name = lua_tostring(L, 2);
  if (ibid_suggest(L, 1, name, near))
    ibid_raise(L, "undefined variable '%.100s' (did you mean '%s'?)", name, near);
  ibid_raise(L, "undefined variable '%.100s'", name);
}

void ibid_renew_environment(lua_State *L) {
  lua_newtable(L);
  ibid_push_globals(L);
  lua_pushnil(L);
  while (lua_next(L, -2) != 0) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, -5);
  }
  lua_pop(L, 1);
  lua_pushvalue(L, -1);
  lua_setfield(L, -2, "_G");
  lua_rawgetp(L, LUA_REGISTRYINDEX, &environment_meta_key);
  lua_setmetatable(L, -2);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &environment_key);
  // What lua_load gives to a chunk as its _ENV.
  lua_pushvalue(L, -1);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

void ibid_push_environment(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &environment_key) == LUA_TTABLE) return;
  lua_pop(L, 1);
  ibid_renew_environment(L);
}

static void open_library(lua_State *L, const char *name, void (*open)(lua_State *)) {
  lua_newtable(L);
  open(L);
  lua_setfield(L, -2, name);
}

// Strings find their methods in `string`. The arithmetic on numerals ("10" + 1) comes with Lua's
// own library, which put its metatable there.
static void open_string_metatable(lua_State *L) {
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_getfield(L, -3, "string");
  lua_setfield(L, -2, "__index");
  lua_pushliteral(L, "string");
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
}

// Names for functions in messages. Copies, so that no plugin can make the search for a name long.
static void open_names(lua_State *L) {
  lua_newtable(L);
  lua_newtable(L);
  lua_pushnil(L);
  while (lua_next(L, -4) != 0) {
    if (lua_istable(L, -1)) {
      lua_newtable(L);
      lua_pushnil(L);
      while (lua_next(L, -3) != 0) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, -4);
      }
      lua_remove(L, -2);
      lua_pushvalue(L, -2);
      lua_insert(L, -2);
      lua_rawset(L, -5);
    } else {
      lua_pushvalue(L, -2);
      lua_insert(L, -2);
      lua_rawset(L, -4);
    }
  }
  lua_setfield(L, -2, "_G");
  lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}

static void open_registry(lua_State *L) {
  lua_pushliteral(L, "not enough memory");
  lua_rawsetp(L, LUA_REGISTRYINDEX, (const void *)ibid_raise_abort);
  lua_newtable(L);
  lua_pushliteral(L, "list");
  lua_setfield(L, -2, "__metatable");
  lua_rawsetp(L, LUA_REGISTRYINDEX, (const void *)ibid_push_list_mark);
  ibid_forget_identities(L);
  lua_newtable(L);
  lua_pushcfunction(L, undefined);
  lua_setfield(L, -2, "__index");
  lua_pushliteral(L, "environment");
  lua_setfield(L, -2, "__metatable");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &environment_meta_key);
}

int ibid_open_sandbox(lua_State *L) {
  open_registry(L);
  lua_newtable(L);
  ibid_open_base(L);
  ibid_open_protected_calls(L);
  ibid_open_load(L);
  ibid_open_pairs(L);
  open_library(L, "coroutine", ibid_open_coroutine);
  open_library(L, "math", ibid_open_math);
  open_library(L, "os", ibid_open_os);
  open_library(L, "string", ibid_open_string);
  open_library(L, "table", ibid_open_table);
  open_library(L, "utf8", ibid_open_utf8);
  open_library(L, "debug", ibid_open_debug);
  lua_pushliteral(L, LUA_VERSION);
  lua_setfield(L, -2, "_VERSION");
  open_string_metatable(L);
  open_names(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &globals_key);
  // Forget the table into which Lua's own base library opened itself.
  ibid_renew_environment(L);
  return 0;
}
