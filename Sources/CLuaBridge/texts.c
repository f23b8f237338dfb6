// Texts that a state keeps between calls: options whose value is the content of a file.
#include "internal.h"

static const char texts_key;

typedef struct {
  const char *name, *bytes;
  size_t count;
} text;

static int keep_text(lua_State *L) {
  const text *wanted = lua_touserdata(L, 1);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &texts_key) != LUA_TTABLE) {
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &texts_key);
  }
  lua_pushstring(L, wanted->name);
  lua_pushlstring(L, wanted->count == 0 ? "" : wanted->bytes, wanted->count);
  lua_rawset(L, -3);
  return 0;
}

ibid_status ibid_lua_keep(ibid_lua *self, const char *name, const char *bytes, size_t count) {
  text wanted = {name, bytes, count};
  return ibid_protected(self, keep_text, &wanted);
}

void ibid_add_kept_texts(lua_State *L) {
  int target = lua_gettop(L);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &texts_key) == LUA_TTABLE) {
    int texts = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, texts) != 0) {
      lua_pushvalue(L, -2);
      lua_insert(L, -2);
      lua_rawset(L, target);
    }
  }
  lua_settop(L, target);
}
