#ifndef IBID_CHUNK_H
#define IBID_CHUNK_H

#include <lua.h>

/// Compiles text like `lua_load` in mode "t", looking at the alarm every 4 KB.
///
/// `text` must stay where it is meanwhile.
int ibid_load_text(lua_State *L, const char *name, const char *text, size_t count);

#endif
