#ifndef IBID_LIB_STRING_H
#define IBID_LIB_STRING_H

#include <lua.h>

/// The parts of `string` in files of their own; each fills the table on the top of the stack.
void ibid_open_find(lua_State *L);
void ibid_open_format(lua_State *L);

#endif
