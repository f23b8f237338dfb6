#ifndef IBID_ERRORS_H
#define IBID_ERRORS_H

#include <lua.h>

#include "ibid_lua.h"

/// Takes file and line from a message that begins with `name:line:`, where no other place is known.
void ibid_note_place_in_message(ibid_lua *self, const char *name);

/// Notes where the function at `index` is defined, for failures while no Lua function runs.
void ibid_note_definition(lua_State *L, int index);

/// The name that the host gave to a function's chunk; Lua's own short form cuts it at 60 bytes.
const char *ibid_chunk_name(const lua_Debug *activation);

#endif
