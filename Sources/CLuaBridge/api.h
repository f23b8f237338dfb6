// What the files of the module `ibid` share.
#ifndef IBID_API_INTERNAL_H
#define IBID_API_INTERNAL_H

#include "handle.h"

/// The string at `index`, or a bad argument; numbers are not taken for strings.
ibid_text ibid_check_text(lua_State *L, int index);
/// The string at `index`, or no bytes where it is nil or missing.
ibid_text ibid_optional_text(lua_State *L, int index);

/// A text as an argument of a callback; nil where it has no bytes.
ibid_value ibid_text_value(ibid_text text);

/// Calls a callback of the host and pushes its answer, or raises it.
int ibid_answer(lua_State *L, ibid_callback callback, const ibid_value *arguments, size_t count);

/// Pushes a field of the table at `index` by raw access and returns its type.
int ibid_raw_field(lua_State *L, int index, const char *name);

/// Frees the buffers of terms.
void ibid_terms_free(ibid_terms *terms);

#endif
