#include "internal.h"
#include "libraries.h"
void ibid_open_table(lua_State *L) {
  static const char *const stock[] = {"concat", "insert", "move", "pack", "remove", "sort", "unpack", NULL};
  ibid_copy_functions(L, luaopen_table, stock);
}
