// "Did you mean": the nearest known name.
#include "suggestion.h"

#include <string.h>

#include "internal.h"

static int least(int a, int b) { return a < b ? a : b; }

int ibid_edit_distance(const char *left, size_t left_count, const char *right, size_t right_count) {
  enum { SIZE = IBID_SUGGESTION_SIZE };
  if (left_count >= SIZE || right_count >= SIZE) return SIZE;
  int rows[3][SIZE + 1];
  int *before = rows[0], *above = rows[1], *row = rows[2];
  for (size_t j = 0; j <= right_count; j++) above[j] = (int)j;
  for (size_t i = 1; i <= left_count; i++) {
    row[0] = (int)i;
    for (size_t j = 1; j <= right_count; j++) {
      int change = above[j - 1] + (left[i - 1] != right[j - 1]);
      row[j] = least(change, least(above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        row[j] = least(row[j], before[j - 2] + 1);
    }
    int *spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return above[right_count];
}

bool ibid_suggest(lua_State *L, int index, const char *name, char near[IBID_SUGGESTION_SIZE]) {
  size_t count = strlen(name);
  // One slip in a short name, two in a longer one: more would suggest anything.
  int best = count < 3 ? 1 : count < 6 ? 2 : 3;
  unsigned steps = 0;
  near[0] = '\0';
  index = lua_absindex(L, index);
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    lua_pop(L, 1);
    ibid_step(L, steps);
    if (lua_type(L, -1) != LUA_TSTRING) continue;
    size_t key_count;
    const char *key = lua_tolstring(L, -1, &key_count);
    int distance = ibid_edit_distance(name, count, key, key_count);
    // Of equally near names the first in the alphabet: the table's order differs from run to run.
    bool nearer = distance < best || (distance == best && near[0] != '\0' && strcmp(key, near) < 0);
    if (!nearer || key_count >= IBID_SUGGESTION_SIZE || strlen(key) != key_count) continue;
    best = distance;
    memcpy(near, key, key_count + 1);
  }
  return near[0] != '\0';
}
