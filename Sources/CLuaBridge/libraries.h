// What fills the globals of a sandboxed state. Each function finds the table that it fills on the
// top of the stack and leaves it there.
#ifndef IBID_LIBRARIES_H
#define IBID_LIBRARIES_H

#include <lua.h>

void ibid_open_base(lua_State *L);
void ibid_open_protected_calls(lua_State *L);
void ibid_open_load(lua_State *L);
void ibid_open_pairs(lua_State *L);
void ibid_open_coroutine(lua_State *L);
void ibid_open_math(lua_State *L);
void ibid_open_os(lua_State *L);
void ibid_open_string(lua_State *L);
void ibid_open_table(lua_State *L);
void ibid_open_utf8(lua_State *L);
void ibid_open_debug(lua_State *L);

/// Copies the named functions (the list ends with NULL) of one of Lua's own libraries.
void ibid_copy_functions(lua_State *L, lua_CFunction library, const char *const names[]);

#endif
