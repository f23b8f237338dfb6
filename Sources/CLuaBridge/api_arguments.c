// Arguments from Lua, and the way to the host and back.
#include "api.h"

ibid_text ibid_check_text(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TSTRING) luaL_typeerror(L, index, "string");
  ibid_text text;
  text.bytes = lua_tolstring(L, index, &text.count);
  // Offsets in texts have 32 bits, and a host function cannot be stopped while it reads.
  enum { LONGEST = 64 << 20 };
  luaL_argcheck(L, text.count <= LONGEST, index, "a text of at most 64 MB expected");
  return text;
}

ibid_text ibid_optional_text(lua_State *L, int index) {
  return lua_isnoneornil(L, index) ? (ibid_text){NULL, 0} : ibid_check_text(L, index);
}

ibid_value ibid_text_value(ibid_text text) {
  return (ibid_value){
      .kind = text.bytes == NULL ? IBID_NIL : IBID_BYTES,
      .bytes = text.bytes,
      .count = text.count,
  };
}

int ibid_answer(lua_State *L, ibid_callback callback, const ibid_value *arguments, size_t count) {
  ibid_hook hook = {callback, ibid_api_of(L)->host.context};
  ibid_call_host(L, &hook, arguments, count);
  return 1;
}

int ibid_raw_field(lua_State *L, int index, const char *name) {
  index = lua_absindex(L, index);
  lua_pushstring(L, name);
  return lua_rawget(L, index);
}
