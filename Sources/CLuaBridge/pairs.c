#include "internal.h"
#include "libraries.h"
void ibid_open_pairs(lua_State *L) {
  static const char *const stock[] = {"next", "pairs", NULL};
  ibid_copy_functions(L, luaopen_base, stock);
}
