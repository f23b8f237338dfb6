// The one door from Swift into Lua.
#include <string.h>

#include "internal.h"

static void format_amount(
    ibid_bytes *out, uint64_t amount, const char *const units[], uint64_t step) {
  int unit = 0;
  while (units[unit + 1] != NULL && amount >= step && amount % step == 0) {
    amount /= step;
    unit++;
  }
  ibid_bytes_format(out, "%llu %s", (unsigned long long)amount, units[unit]);
}

static void write_abort_message(ibid_lua *self, ibid_status status) {
  static const char *const times[] = {"ns", "µs", "ms", "s", NULL};
  static const char *const sizes[] = {"bytes", "KiB", "MiB", "GiB", NULL};
  ibid_bytes *out = &self->message;
  ibid_bytes_clear(out);
  switch (status) {
    case IBID_TIMEOUT:
      ibid_bytes_text(out, "the plugin took more than its ");
      format_amount(out, self->limits.cpu_ns, times, 1000);
      ibid_bytes_text(out, " of CPU time");
      break;
    case IBID_MEMORY:
      ibid_bytes_text(out, "the plugin needed more than its ");
      if (self->limits.memory == 0) ibid_bytes_text(out, "machine's memory");
      else format_amount(out, self->limits.memory, sizes, 1024);
      if (self->limits.memory != 0) ibid_bytes_text(out, " of memory");
      break;
    case IBID_TOO_LARGE:
      ibid_bytes_text(out, "the plugin printed more than its ");
      format_amount(out, self->limits.print, sizes, 1024);
      break;
    default:
      ibid_bytes_text(out, "interrupted");
  }
}

ibid_status ibid_fail(ibid_lua *self, ibid_status status, const char *message) {
  self->status = status;
  ibid_bytes_clear(&self->message);
  ibid_bytes_text(&self->message, message);
  return status;
}

static void clear_failure(ibid_lua *self) {
  self->status = IBID_OK;
  ibid_bytes_clear(&self->message);
  ibid_bytes_clear(&self->file);
  ibid_bytes_clear(&self->traceback);
  self->line = 0;
  self->abort_placed = false;
}

static int render(lua_State *L) {
  ibid_render_error(L);
  return 0;
}

// Turns the error value at the top of the stack into the failure.
static ibid_status describe(ibid_lua *self, lua_State *L, int lua_status) {
  if (!ibid_is_abort(L, lua_status)) {
    lua_pushcfunction(L, render);
    lua_insert(L, -2);
    lua_status = lua_pcall(L, 1, 0, 0);
    if (!ibid_is_abort(L, lua_status)) {
      if (lua_status != LUA_OK)
        ibid_fail(self, IBID_ERROR, "(error object whose __tostring raised an error)");
      // A conversion that failed for size sets its own status before it raises.
      if (self->status == IBID_OK) self->status = IBID_ERROR;
      return self->status;
    }
  }
  self->status = (ibid_status)self->abort;
  write_abort_message(self, self->status);
  return self->status;
}

ibid_status ibid_protected(ibid_lua *self, lua_CFunction body, void *context) {
  // A callback that calls back. What the outer run will tell of itself stays untouched.
  if (self->owner != 0) return IBID_ERROR;
  lua_State *L = self->main;
  clear_failure(self);
  if (!ibid_deadline_enter(self)) {
    ibid_fail(self, IBID_ERROR,
        "the system has no timer left to hold the limit of CPU time");
    return self->status;
  }
  self->running = L;
  // Three slots of the twenty that are always there: nothing here allocates.
  lua_settop(L, 0);
  lua_pushcfunction(L, ibid_message_handler);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, context);
  int lua_status = lua_pcall(L, 1, 0, 1);
  if (lua_status != LUA_OK || self->abort != IBID_OK) {
    if (lua_status == LUA_OK) lua_pushnil(L);
    describe(self, L, lua_status);
  }
  lua_settop(L, 0);
  lua_sethook(L, NULL, 0, 0);
  self->running = NULL;
  self->resumes = NULL;
  self->resume_depth = 0;
  self->in_host = 0;
  ibid_deadline_leave(self);
  ibid_bytes_terminated(&self->file);
  ibid_bytes_terminated(&self->message);
  ibid_bytes_terminated(&self->traceback);
  return self->status;
}

ibid_failure ibid_lua_failure(const ibid_lua *self) {
  return (ibid_failure){
      .status = self->status,
      .message = self->message.count == 0 ? "" : self->message.data,
      .message_count = self->message.count,
      .file = self->file.count == 0 ? NULL : self->file.data,
      .line = self->line,
      .traceback = self->traceback.count == 0 ? "" : self->traceback.data,
      .traceback_count = self->traceback.count,
  };
}
