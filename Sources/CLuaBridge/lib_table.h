#ifndef IBID_LIB_TABLE_H
#define IBID_LIB_TABLE_H

#include <lua.h>

/// What a function does with a list that is no table: it needs the metamethods for that.
enum { IBID_READS = 1, IBID_WRITES = 2, IBID_MEASURES = 4 };

/// Raises "table expected" unless the value is a table or has the metamethods that are needed.
void ibid_check_list(lua_State *L, int index, unsigned needs);

/// `table.sort`.
int ibid_table_sort(lua_State *L);

#endif
