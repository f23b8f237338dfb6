#ifndef IBID_DESCRIBE_H
#define IBID_DESCRIBE_H

#include <lua.h>
#include <stdbool.h>

#include "bytes.h"

/// Appends the descriptions of the values from `first` to `last` on the stack, for a page or as a
/// whole; see `ibid_api_evaluate`.
///
/// Raises where they do not fit, and whatever a `__tostring` raises.
void ibid_describe_values(lua_State *L, int first, int last, bool is_whole, ibid_bytes *out);

#endif
