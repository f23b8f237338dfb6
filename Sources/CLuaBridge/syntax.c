// Whether a text is a whole chunk, by Lua's own compiler in a state that lives as long as the question.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { MEMORY = 256 << 20 };

typedef struct {
  size_t used;
} memory;

// A state of its own has no budget from `ibid_limits`; a pasted text must still not take the machine.
static void *allocate(void *context, void *block, size_t old, size_t wanted) {
  memory *self = context;
  if (block == NULL) old = 0;
  if (wanted == 0) {
    self->used -= old;
    free(block);
    return NULL;
  }
  if (wanted > old && self->used + (wanted - old) > MEMORY) return NULL;
  void *moved = realloc(block, wanted);
  if (moved != NULL) self->used = self->used - old + wanted;
  return moved;
}

static bool ends_early(lua_State *L) {
  static const char mark[] = "<eof>";
  size_t count;
  const char *message = lua_tolstring(L, -1, &count);
  return message != NULL && count >= sizeof mark - 1 &&
         memcmp(message + count - (sizeof mark - 1), mark, sizeof mark - 1) == 0;
}

ibid_syntax ibid_lua_syntax(const char *bytes, size_t count) {
  memory used = {0};
  lua_State *L = lua_newstate(allocate, &used);
  if (L == NULL) return IBID_SYNTAX_WRONG;
  // Only the compiler runs here, and it turns every fault into a status.
  int status = luaL_loadbufferx(L, bytes, count, "=prompt", "t");
  ibid_syntax syntax = IBID_SYNTAX_WHOLE;
  if (status != LUA_OK)
    syntax = status == LUA_ERRSYNTAX && ends_early(L) ? IBID_SYNTAX_UNFINISHED : IBID_SYNTAX_WRONG;
  lua_close(L);
  return syntax;
}
