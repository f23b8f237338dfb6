// string: what is linear in its argument and bounded by the stack stays Lua's own; what makes or
// walks long strings looks at the alarm as it goes.
#include "lib_string.h"

#include <string.h>

#include "characters.h"
#include "internal.h"
#include "libraries.h"

// Bytes between two looks at the alarm: about 20 µs.
enum { PIECE = 1 << 16 };

// Longest string: Lua's own bound for sizes that are also integers.
#define MAX_STRING ((size_t)LUA_MAXINTEGER)

static int map_bytes(lua_State *L, unsigned char (*change)(unsigned char)) {
  size_t count;
  const char *text = luaL_checklstring(L, 1, &count);
  luaL_Buffer out;
  char *bytes = luaL_buffinitsize(L, &out, count);
  for (size_t at = 0; at < count; at++) {
    if (at % PIECE == 0) ibid_poll(L);
    bytes[at] = (char)change((unsigned char)text[at]);
  }
  luaL_pushresultsize(&out, count);
  return 1;
}

static int string_lower(lua_State *L) { return map_bytes(L, ibid_to_lower); }

static int string_upper(lua_State *L) { return map_bytes(L, ibid_to_upper); }

static int string_reverse(lua_State *L) {
  size_t count;
  const char *text = luaL_checklstring(L, 1, &count);
  luaL_Buffer out;
  char *bytes = luaL_buffinitsize(L, &out, count);
  for (size_t at = 0; at < count; at++) {
    if (at % PIECE == 0) ibid_poll(L);
    bytes[at] = text[count - 1 - at];
  }
  luaL_pushresultsize(&out, count);
  return 1;
}

static int string_rep(lua_State *L) {
  size_t count, separator_count;
  const char *text = luaL_checklstring(L, 1, &count);
  lua_Integer times = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &separator_count);
  // An empty result whatever the number: Lua's own loop would count to it.
  if (times <= 0 || (count == 0 && separator_count == 0)) {
    lua_pushliteral(L, "");
    return 1;
  }
  size_t unit = count + separator_count;
  if (unit < count || unit > MAX_STRING / (size_t)times)
    return luaL_error(L, "resulting string too large");
  size_t total = (size_t)times * unit - separator_count;
  luaL_Buffer out;
  char *bytes = luaL_buffinitsize(L, &out, total);
  memcpy(bytes, text, count);
  // "text separator text …": what is there is doubled until it fills the whole.
  size_t filled = count;
  if (times > 1) {
    memcpy(bytes + filled, separator, separator_count);
    filled += separator_count;
  }
  size_t period = filled;
  while (filled < total) {
    // Whole periods, so that the copy continues the row.
    size_t piece = filled < PIECE ? filled : PIECE - PIECE % period;
    if (piece == 0) piece = period;
    if (piece > total - filled) piece = total - filled;
    memcpy(bytes + filled, bytes, piece);
    filled += piece;
    ibid_poll(L);
  }
  luaL_pushresultsize(&out, total);
  return 1;
}

void ibid_open_string(lua_State *L) {
  // Also gives strings their metatable.
  static const char *const stock[] = {
      "byte", "char", "len", "pack", "packsize", "sub", "unpack", NULL,
  };
  static const luaL_Reg functions[] = {
      {"lower", string_lower},
      {"rep", string_rep},
      {"reverse", string_reverse},
      {"upper", string_upper},
      {NULL, NULL},
  };
  ibid_copy_functions(L, luaopen_string, stock);
  luaL_setfuncs(L, functions, 0);
  ibid_open_find(L);
  ibid_open_format(L);
}
