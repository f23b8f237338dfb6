// Where and why a plugin failed: place, traceback, and a text for any error value.
#include "errors.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

enum { MAX_MESSAGE = 64 << 10 };

void ibid_raise(lua_State *L, const char *format, ...) {
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  luaL_where(L, 1);
  lua_pushstring(L, text);
  lua_concat(L, 2);
  lua_error(L);
  __builtin_unreachable();
}

const char *ibid_chunk_name(const lua_Debug *activation) {
  char first = activation->source[0];
  return first == '@' || first == '=' ? activation->source + 1 : activation->short_src;
}

static void write_frame(const lua_Debug *activation, ibid_bytes *out) {
  ibid_bytes_text(out, ibid_chunk_name(activation));
  ibid_bytes_format(out, ":%d: in ", activation->currentline);
  if (activation->namewhat[0] != '\0' && activation->name != NULL) {
    bool is_global = strcmp(activation->namewhat, "global") == 0;
    const char *kind = is_global ? "function" : activation->namewhat;
    ibid_bytes_format(out, "%s '%.100s'\n", kind, activation->name);
  } else if (activation->what[0] == 'm') {
    ibid_bytes_text(out, "main chunk\n");
  } else {
    ibid_bytes_format(out, "function at line %d\n", activation->linedefined);
  }
}

// Levels that are looked at: finding a level costs its depth.
enum { WALKED = 200 };

// Levels of the stack up to `most`: finding a level costs its depth, so a runaway recursion is not
// walked to its end.
static int count_levels(lua_State *L, int most) {
  lua_Debug activation;
  int count = 0;
  while (count < most && lua_getstack(L, count, &activation)) count++;
  return count;
}

void ibid_write_traceback(lua_State *L, int level, ibid_bytes *out) {
  lua_Debug activation;
  int count = count_levels(L, WALKED);
  bool is_deep = count == WALKED;
  bool is_long = count - level > IBID_TRACE_HEAD + IBID_TRACE_TAIL;
  int first = level;
  for (; level < count && lua_getstack(L, level, &activation); level++) {
    if (is_long && level - first == IBID_TRACE_HEAD) {
      if (is_deep) {
        ibid_bytes_format(out, "... (more than %d)\n", WALKED - IBID_TRACE_HEAD);
        return;
      }
      int skipped = count - IBID_TRACE_TAIL - level;
      ibid_bytes_format(out, "... (%d more)\n", skipped);
      level += skipped - 1;
      continue;
    }
    lua_getinfo(L, "Sln", &activation);
    // Functions in C are the host's and say nothing to the plugin's author.
    if (activation.currentline > 0) write_frame(&activation, out);
  }
}

// Notes the innermost line of a file, or of any chunk: text that a plugin loads has no lines to look
// at.
static bool note_line(ibid_lua *self, lua_State *L, int level, bool only_files) {
  lua_Debug activation;
  int end = level + WALKED;
  for (; level < end && lua_getstack(L, level, &activation); level++) {
    lua_getinfo(L, "Sl", &activation);
    if (activation.currentline <= 0 || (only_files && activation.source[0] != '@')) continue;
    ibid_bytes_clear(&self->file);
    ibid_bytes_text(&self->file, ibid_chunk_name(&activation));
    self->line = activation.currentline;
    return true;
  }
  return false;
}

void ibid_note_place(ibid_lua *self, lua_State *L, int level) {
  // The first place of an abort counts: later ones are only on the way out.
  if (self->abort_placed) return;
  self->abort_placed = self->abort != IBID_OK;
  ibid_bytes_clear(&self->traceback);
  bool found = note_line(self, L, level, true);
  ibid_write_traceback(L, level, &self->traceback);
  for (ibid_resume *resume = self->resumes; resume != NULL; resume = resume->outer) {
    if (!found) found = note_line(self, resume->from, 0, true);
    ibid_write_traceback(resume->from, 0, &self->traceback);
  }
  if (!found) note_line(self, L, level, false);
}

void ibid_note_definition(lua_State *L, int index) {
  ibid_lua *self = ibid_self(L);
  lua_Debug activation;
  lua_pushvalue(L, index);
  lua_getinfo(L, ">S", &activation);
  if (activation.linedefined <= 0) return;
  ibid_bytes_clear(&self->file);
  ibid_bytes_text(&self->file, ibid_chunk_name(&activation));
  self->line = activation.linedefined;
}

int ibid_message_handler(lua_State *L) {
  ibid_note_place(ibid_self(L), L, 1);
  return 1;
}

// Syntax errors are raised while no Lua function runs: the place is in the text, "name:line: …".
void ibid_note_place_in_message(ibid_lua *self, const char *name) {
  size_t size = strlen(name);
  const char *text = self->message.data;
  if (self->line != 0 || self->message.count <= size + 1) return;
  if (memcmp(text, name, size) != 0 || text[size] != ':') return;
  int line = 0;
  for (size_t at = size + 1; at < self->message.count; at++) {
    if (text[at] < '0' || text[at] > '9' || line > 100000000) break;
    line = line * 10 + (text[at] - '0');
  }
  if (line == 0) return;
  ibid_bytes_clear(&self->file);
  ibid_bytes_text(&self->file, name);
  ibid_bytes_terminated(&self->file);
  self->line = line;
}

static void write_message(ibid_lua *self, const char *text, size_t count) {
  ibid_bytes_clear(&self->message);
  if (count <= MAX_MESSAGE) {
    ibid_bytes_append(&self->message, text, count);
    return;
  }
  count = MAX_MESSAGE - 4;
  // Not in the middle of a UTF-8 sequence.
  while (count > 0 && ((unsigned char)text[count] & 0xc0) == 0x80) count--;
  ibid_bytes_append(&self->message, text, count);
  ibid_bytes_text(&self->message, "…");
}

void ibid_render_error(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  size_t count;
  int value = lua_gettop(L);
  int type = lua_type(L, value);
  if (type == LUA_TSTRING || type == LUA_TNUMBER) {
    const char *text = lua_tolstring(L, value, &count);
    write_message(self, text, count);
    return;
  }
  if (luaL_getmetafield(L, value, "__tostring") != LUA_TNIL) {
    lua_pushvalue(L, value);
    lua_call(L, 1, 1);
    if (lua_type(L, -1) == LUA_TSTRING) {
      const char *text = lua_tolstring(L, -1, &count);
      write_message(self, text, count);
      return;
    }
    lua_settop(L, value);
  } else if (type == LUA_TTABLE) {
    lua_pushliteral(L, "message");
    if (lua_rawget(L, value) == LUA_TSTRING) {
      const char *text = lua_tolstring(L, -1, &count);
      write_message(self, text, count);
      return;
    }
    lua_settop(L, value);
  }
  ibid_bytes_clear(&self->message);
  ibid_bytes_format(
      &self->message, "(error object is a %s value)", lua_typename(L, type));
}
