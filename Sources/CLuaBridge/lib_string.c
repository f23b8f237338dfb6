#include "internal.h"
#include "libraries.h"
void ibid_open_string(lua_State *L) {
  static const char *const stock[] = {"byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize", "rep", "reverse", "sub", "unpack", "upper", NULL};
  ibid_copy_functions(L, luaopen_string, stock);
}
