#include "internal.h"
#include "libraries.h"
void ibid_open_utf8(lua_State *L) {
  static const char *const stock[] = {"char", "charpattern", "codepoint", "codes", "len", "offset", NULL};
  ibid_copy_functions(L, luaopen_utf8, stock);
}
