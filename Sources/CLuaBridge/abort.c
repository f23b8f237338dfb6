// Leaving a plugin that must stop.
//
// The reason is a flag in the state, not an error value: whatever Lua code makes of the error, each
// replacement of a function that catches looks at the flag and raises again. What is raised is the
// string of Lua's own memory error, since 5.4 gives that one to no message handler and needs no
// memory to raise it.
#include "internal.h"

static void alarm_hook(lua_State *L, lua_Debug *activation) {
  ibid_lua *self = ibid_self(L);
  // Off before the look, so that a signal that comes in between arms it again.
  lua_sethook(L, NULL, 0, 0);
  if (self->profile != NULL) ibid_profile_sample(L, activation->event);
  if (activation->event == LUA_HOOKCOUNT) ibid_attend(L);
  // Calls and returns are the profile's; an alarm waits for an instruction.
  else if (self->alarm) lua_sethook(L, alarm_hook, LUA_MASKCOUNT, 1);
}

void ibid_arm(ibid_lua *self) {
  self->alarm = 1;
  lua_State *L = self->running;
  // Setting a hook walks the whole stack: with deep recursion longer than the timer's period.
  if (L == NULL || lua_gethook(L) == alarm_hook) return;
  // A count of 1 stops before the next instruction, also in each `__close` on the way out.
  lua_sethook(L, alarm_hook, LUA_MASKCOUNT, 1);
}

void ibid_arm_profile(ibid_lua *self) {
  lua_State *L = self->running;
  if (L == NULL || lua_gethook(L) == alarm_hook) return;
  lua_sethook(L, alarm_hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT, 1);
}

void ibid_request_abort(ibid_lua *self, ibid_status status) {
  if (self->abort == IBID_OK) self->abort = (sig_atomic_t)status;
  ibid_arm(self);
}

void ibid_request_check(ibid_lua *self) {
  if (!self->alarm) ibid_arm(self);
}

void ibid_raise_abort(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  ibid_note_place(self, L, 0);
  ibid_arm(self);
  lua_rawgetp(L, LUA_REGISTRYINDEX, (const void *)ibid_raise_abort);
  lua_error(L);
  // lua_error does not return, which its declaration does not say.
  __builtin_unreachable();
}

void ibid_attend(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  size_t limit = self->limits.memory;
  self->alarm = 0;
  if (self->trace) ibid_tell_trace(L);
  if (self->abort) ibid_raise_abort(L);
  if (limit == 0 || self->used < limit - limit / 16) return;
  // Inside a host callback the limit is looked at when it returns.
  if (self->in_host > 0) return;
  lua_gc(L, LUA_GCCOLLECT, 0);
  // Room for less than 1/8 would only mean to collect everything again and again.
  if (self->used < limit - limit / 8) {
    self->alarm = 0;
    if (self->abort) ibid_raise_abort(L);
    return;
  }
  ibid_request_abort(self, IBID_MEMORY);
  ibid_raise_abort(L);
}

bool ibid_is_abort(lua_State *L, int lua_status) {
  ibid_lua *self = ibid_self(L);
  // A refusal that Lua did not repeat, as in the middle of a collection. Without one it is a
  // plugin's own `error "not enough memory"`.
  if (lua_status == LUA_ERRMEM && self->refused_size != 0) ibid_request_abort(self, IBID_MEMORY);
  return self->abort != IBID_OK;
}
