#ifndef IBID_SUGGESTION_H
#define IBID_SUGGESTION_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

enum { IBID_SUGGESTION_SIZE = 64 };

/// Distance of two names: insertions, deletions, changes, and swaps of neighbours
/// (Damerau–Levenshtein, restricted). Names of 64 bytes and more are infinitely far.
int ibid_edit_distance(const char *left, size_t left_count, const char *right, size_t right_count);

/// Copies the string key of the table at `index` that is nearest to `name`, if one is near.
bool ibid_suggest(lua_State *L, int index, const char *name, char near[IBID_SUGGESTION_SIZE]);

#endif
