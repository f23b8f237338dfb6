// Lua values as JSON and back.
//
// A table is a list where its keys are 1…n, a map where all are strings; anything between is an
// error, as is a function, a handle, a coroutine, a cycle, a depth over 64, NaN, an infinity, and a
// string that is not UTF-8. Only raw access is used: no metamethod runs. An empty table is a map,
// `{}`, unless it carries the list mark, which `ibid.list(t)` sets and a decoded `[]` has. Maps are
// written in bytewise order of their keys. Integers stay integers and floats keep a `.0`; -0.0 is
// written as 0.0. JSON's null is the light userdata NULL (`ibid.null` in Lua).
#ifndef IBID_JSON_H
#define IBID_JSON_H

#include <lua.h>

#include "bytes.h"

/// How messages name what is converted, e.g. `{"result", "a result"}`.
typedef struct {
  const char *root;
  const char *container;
  bool skip_functions;  ///< leave out functions in the outermost table: a manifest
} ibid_json_style;

/// Appends the value at `index` as JSON. Raises an error that names the path in the value.
///
/// Where `out->limit` does not suffice the state's status becomes `IBID_TOO_LARGE` before it
/// raises.
void ibid_to_json(lua_State *L, int index, ibid_bytes *out, const ibid_json_style *style);

/// Pushes the value that strict JSON text (RFC 8259, depth up to 64) says. Raises "byte N: …".
void ibid_from_json(lua_State *L, const char *text, size_t count);

/// Pushes the metatable that marks an empty table as a list.
void ibid_push_list_mark(lua_State *L);

#endif
