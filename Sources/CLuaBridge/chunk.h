#ifndef IBID_CHUNK_H
#define IBID_CHUNK_H

#include <lua.h>
#include <stdbool.h>

/// Compiles text like `lua_load` in mode "t", looking at the alarm every 4 KB.
///
/// `text` must stay where it is meanwhile.
int ibid_load_text(lua_State *L, const char *name, const char *text, size_t count);

/// Pushes the function of a line at a prompt, an expression or else a statement, or raises what is wrong with it.
///
/// Sets `*incomplete` where the text is only the beginning of a chunk.
void ibid_compile_line(
    lua_State *L, const char *name, const char *text, size_t count, bool *incomplete);

#endif
