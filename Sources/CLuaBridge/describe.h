#ifndef IBID_DESCRIBE_H
#define IBID_DESCRIBE_H

#include <lua.h>

#include "bytes.h"

/// Appends the descriptions of the values from `first` to `last` on the stack; see `ibid_api_evaluate`.
///
/// Raises where they do not fit, and whatever a `__tostring` raises.
void ibid_describe_values(lua_State *L, int first, int last, ibid_bytes *out);

#endif
