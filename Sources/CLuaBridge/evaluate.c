// One line at a prompt: an expression or a statement, and its values as text.
#include <string.h>

#include "chunk.h"
#include "errors.h"
#include "internal.h"

typedef struct {
  const char *name, *text;
  size_t count;
  bool incomplete;
} line;

static bool ends_early(lua_State *L) {
  static const char mark[] = "<eof>";
  size_t count;
  const char *message = lua_tolstring(L, -1, &count);
  return count >= sizeof mark - 1 &&
         memcmp(message + count - (sizeof mark - 1), mark, sizeof mark - 1) == 0;
}

// An expression is tried first, so that `1 + 1` shows 2; its errors are not told.
void ibid_compile_line(
    lua_State *L, const char *name, const char *bytes, size_t bytes_count, bool *incomplete) {
  name = lua_pushfstring(L, "=%s", name);
  // The line's end makes a string without its end an error at once, as no more lines can mend it.
  lua_pushliteral(L, "return ");
  lua_pushlstring(L, bytes, bytes_count);
  lua_pushliteral(L, "\n");
  lua_concat(L, 3);
  size_t count, skipped = sizeof "return " - 1;
  const char *text = lua_tolstring(L, -1, &count);
  int status = ibid_load_text(L, name, text, count);
  if (status == LUA_ERRSYNTAX) {
    lua_pop(L, 1);
    status = ibid_load_text(L, name, text + skipped, count - skipped);
  }
  if (status == LUA_OK) return;
  *incomplete = status == LUA_ERRSYNTAX && ends_early(L);
  lua_error(L);
}

static int evaluate(lua_State *L) {
  line *wanted = lua_touserdata(L, 1);
  ibid_lua *self = ibid_self(L);
  ibid_push_environment(L);
  lua_settop(L, 1);
  ibid_compile_line(L, wanted->name, wanted->text, wanted->count, &wanted->incomplete);
  int base = lua_gettop(L);
  lua_call(L, 0, LUA_MULTRET);
  int last = lua_gettop(L);
  for (int at = base; at <= last; at++) {
    size_t count;
    const char *text = ibid_push_text(L, at, &count);
    if (!ibid_bytes_append(&self->result, text, count) || !ibid_bytes_byte(&self->result, '\n')) {
      self->status = IBID_TOO_LARGE;
      luaL_error(L, "the values are too long to show");
    }
    lua_pop(L, 1);
  }
  return 0;
}

ibid_status ibid_lua_evaluate(
    ibid_lua *self, const char *name, const char *bytes, size_t count, ibid_span *shown,
    bool *incomplete) {
  line wanted = {name, bytes, count, false};
  ibid_bytes_clear(&self->result);
  self->result.limit = self->limits.result;
  ibid_status status = ibid_protected(self, evaluate, &wanted);
  if (status == IBID_ERROR) ibid_note_place_in_message(self, name);
  *incomplete = wanted.incomplete;
  *shown = (ibid_span){self->result.count == 0 ? "" : self->result.data, self->result.count};
  return status;
}
