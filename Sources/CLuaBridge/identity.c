// Text for values that have no text of their own, without addresses: addresses differ on every run.
#include "internal.h"
#include "json_text.h"

void ibid_forget_identities(lua_State *L) {
  // Identities die with their objects.
  lua_newtable(L);
  lua_newtable(L);
  lua_pushliteral(L, "k");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_rawsetp(L, LUA_REGISTRYINDEX, (const void *)ibid_identity);
  ibid_self(L)->next_identity = 0;
}

uint64_t ibid_identity(lua_State *L, int index) {
  index = lua_absindex(L, index);
  luaL_checkstack(L, 4, NULL);
  if (ibid_self(L)->next_identity == IBID_STALE_IDENTITIES) ibid_forget_identities(L);
  lua_rawgetp(L, LUA_REGISTRYINDEX, (const void *)ibid_identity);
  lua_pushvalue(L, index);
  lua_rawget(L, -2);
  lua_Integer number = lua_tointeger(L, -1);
  lua_pop(L, 1);
  if (number == 0) {
    number = (lua_Integer)++ibid_self(L)->next_identity;
    lua_pushvalue(L, index);
    lua_pushinteger(L, number);
    lua_rawset(L, -3);
  }
  lua_pop(L, 1);
  return (uint64_t)number;
}

// The raw `__name` of the metatable, or the type's name.
static void push_type_name(lua_State *L, int index) {
  int type = luaL_getmetafield(L, index, "__name");
  if (type == LUA_TSTRING) return;
  if (type != LUA_TNIL) lua_pop(L, 1);
  lua_pushstring(L, luaL_typename(L, index));
}

const char *ibid_push_text(lua_State *L, int index, size_t *count) {
  index = lua_absindex(L, index);
  luaL_checkstack(L, 6, NULL);
  if (luaL_getmetafield(L, index, "__tostring") != LUA_TNIL) {
    lua_pushvalue(L, index);
    lua_call(L, 1, 1);
    if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
    return lua_tolstring(L, -1, count);
  }
  switch (lua_type(L, index)) {
    case LUA_TNIL:
      lua_pushliteral(L, "nil");
      break;
    case LUA_TBOOLEAN:
      lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
      break;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        // As `printf` writes it, for a tenth of the time.
        char digits[20];
        lua_pushlstring(L, digits, ibid_json_integer(digits, lua_tointeger(L, index)));
        break;
      }
      // fall through
    case LUA_TSTRING:
      lua_pushvalue(L, index);
      break;
    case LUA_TLIGHTUSERDATA:
      lua_pushliteral(L, "null");
      break;
    default:
      push_type_name(L, index);
      lua_pushfstring(
          L, "%s: %I", lua_tostring(L, -1), (LUAI_UACINT)ibid_identity(L, index));
      lua_remove(L, -2);
  }
  return lua_tolstring(L, -1, count);
}
