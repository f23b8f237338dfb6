// The options of a call. A plugin may change the table that it gets, so each call has a fresh one; what is
// in it is read from JSON once and copied from then on, which takes a fifth of the time.
#include <string.h>

#include "internal.h"
#include "json.h"

// In the registry: the table that is copied, and the text it was read from.
static const char table_key, text_key;

// Pushes a copy of the table at the top, and of the tables in it. Its members wait on the stack until their
// number is known: a table that grows one by one is laid out anew at each power of two.
static void push_copy(lua_State *L) {
  int original = lua_gettop(L), members = 0;
  luaL_checkstack(L, 6, "too deep");
  lua_pushnil(L);
  while (lua_next(L, original) != 0) {
    luaL_checkstack(L, 6, "too many options");
    if (lua_istable(L, -1)) {
      push_copy(L);
      lua_remove(L, -2);
    }
    lua_pushvalue(L, -2);
    members++;
  }
  int elements = (int)lua_rawlen(L, original), copy = original + 1;
  lua_createtable(L, elements, members - elements);
  lua_insert(L, copy);
  while (lua_gettop(L) > copy) lua_rawset(L, copy);
  // The mark of lists.
  if (lua_getmetatable(L, original)) lua_setmetatable(L, copy);
}

// Pushes the table to copy where it was read from this text.
static bool push_known(lua_State *L, const char *text, size_t count) {
  size_t known;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &text_key);
  const char *bytes = lua_tolstring(L, -1, &known);
  bool is_same = bytes != NULL && known == count && memcmp(bytes, text, count) == 0;
  lua_pop(L, 1);
  return is_same && lua_rawgetp(L, LUA_REGISTRYINDEX, &table_key) == LUA_TTABLE;
}

void ibid_push_options(lua_State *L, const char *text, size_t count) {
  if (!push_known(L, text, count)) {
    ibid_from_json(L, text, count);
    // Without a text meanwhile: any of these calls may raise for want of memory.
    lua_pushnil(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &text_key);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &table_key);
    lua_pushlstring(L, text, count);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &text_key);
  }
  push_copy(L);
  lua_remove(L, -2);
  ibid_add_kept_texts(L);
}
