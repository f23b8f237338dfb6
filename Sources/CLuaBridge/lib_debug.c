// debug.traceback, the one function of its library that shows no way into the host.
#include "internal.h"
#include "libraries.h"

static int debug_traceback(lua_State *L) {
  bool has_thread = lua_isthread(L, 1);
  lua_State *of = has_thread ? lua_tothread(L, 1) : L;
  int message = has_thread ? 2 : 1;
  if (!lua_isnoneornil(L, message) && !lua_isstring(L, message)) {
    lua_pushvalue(L, message);
    return 1;
  }
  lua_Integer level = luaL_optinteger(L, message + 1, of == L ? 1 : 0);
  // Beyond any stack; also keeps the level in an int.
  if (level < 0 || level > 1000000) level = 1000000;
  ibid_bytes *text = &ibid_self(L)->scratch;
  ibid_bytes_clear(text);
  size_t count;
  if (lua_isstring(L, message)) {
    const char *given = lua_tolstring(L, message, &count);
    ibid_bytes_append(text, given, count);
    ibid_bytes_byte(text, '\n');
  }
  ibid_bytes_text(text, "stack traceback:");
  size_t head = text->count;
  ibid_write_traceback(of, (int)level, text);
  // Lua's form: each line begins with a tab and none ends the text.
  lua_pushlstring(L, text->data, head);
  const char *at = text->data + head, *end = text->data + text->count;
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  for (const char *from = at; from < end; from = at + 1) {
    for (at = from; at < end && *at != '\n';) at++;
    luaL_addstring(&out, "\n\t");
    luaL_addlstring(&out, from, (size_t)(at - from));
  }
  luaL_pushresult(&out);
  lua_concat(L, 2);
  return 1;
}

void ibid_open_debug(lua_State *L) {
  static const luaL_Reg functions[] = {{"traceback", debug_traceback}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
