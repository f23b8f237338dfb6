// Coroutines under one budget: the hook is armed on the one that runs, and an abort passes through
// all.
#include "internal.h"
#include "libraries.h"

static lua_State *check_coroutine(lua_State *L) {
  lua_State *co = lua_tothread(L, 1);
  luaL_argexpected(L, co != NULL, 1, "coroutine");
  return co;
}

// Moves the alarm to the coroutine that runs from now on.
static void switch_to(ibid_lua *self, lua_State *co) {
  self->running = co;
  if (self->alarm) ibid_arm(self);
  if (ibid_profile_is_due(self)) ibid_arm_profile(self);
}

// Resumes with `count` arguments from L's top. Returns the number of results on L, or -1 with an
// error value on L's top.
static int resume(lua_State *L, lua_State *co, int count) {
  ibid_lua *self = ibid_self(L);
  ibid_poll(L);
  if (!lua_checkstack(co, count)) {
    lua_pushliteral(L, "too many arguments to resume");
    return -1;
  }
  if (self->resume_depth >= IBID_MAX_RESUMES) {
    lua_pushliteral(L, "C stack overflow");
    return -1;
  }
  ibid_resume link = {L, self->resumes};
  lua_xmove(L, co, count);
  self->resumes = &link;
  self->resume_depth++;
  switch_to(self, co);
  int results;
  int status = lua_resume(co, L, count, &results);
  switch_to(self, L);
  self->resume_depth--;
  self->resumes = link.outer;
  if (status != LUA_OK && status != LUA_YIELD) {
    if (ibid_is_abort(L, status)) ibid_raise_abort(L);
    lua_xmove(co, L, 1);
    return -1;
  }
  ibid_rethrow(L);
  if (!lua_checkstack(L, results + 1)) {
    lua_pop(co, results);
    lua_pushliteral(L, "too many results to resume");
    return -1;
  }
  lua_xmove(co, L, results);
  return results;
}

static int co_resume(lua_State *L) {
  lua_State *co = check_coroutine(L);
  int results = resume(L, co, lua_gettop(L) - 1);
  lua_pushboolean(L, results >= 0);
  if (results < 0) {
    lua_insert(L, -2);
    return 2;
  }
  lua_insert(L, -(results + 1));
  return results + 1;
}

// Runs the pending `__close` of a coroutine that died of an error whose value is on L's top;
// replaces the value by that of an error in one of them.
static void close_dead(lua_State *L, lua_State *co) {
  ibid_lua *self = ibid_self(L);
  ibid_resume link = {L, self->resumes};
  if (self->resume_depth >= IBID_MAX_RESUMES || !lua_checkstack(co, 1)) return;
  lua_xmove(L, co, 1);
  self->resumes = &link;
  self->resume_depth++;
  switch_to(self, co);
  int status = lua_resetthread(co);
  switch_to(self, L);
  self->resume_depth--;
  self->resumes = link.outer;
  if (ibid_is_abort(L, status)) ibid_raise_abort(L);
  if (status == LUA_OK) lua_pushnil(L);
  else lua_xmove(co, L, 1);
}

static int call_wrapped(lua_State *L) {
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  int results = resume(L, co, lua_gettop(L));
  if (results >= 0) return results;
  int status = lua_status(co);
  if (status != LUA_OK && status != LUA_YIELD) close_dead(L, co);
  // The place where the coroutine was called goes in front, as in Lua's own.
  if (status != LUA_ERRMEM && lua_type(L, -1) == LUA_TSTRING) {
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int co_create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_State *co = lua_newthread(L);
  // A new coroutine inherits the hook, but not the alarm's reason.
  if (!ibid_self(L)->alarm) lua_sethook(co, NULL, 0, 0);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  return 1;
}

static int co_wrap(lua_State *L) {
  co_create(L);
  lua_pushcclosure(L, call_wrapped, 1);
  return 1;
}

void ibid_open_coroutine(lua_State *L) {
  static const char *const stock[] = {"isyieldable", "running", "status", "yield", NULL};
  static const luaL_Reg functions[] = {
      {"create", co_create},
      {"resume", co_resume},
      {"wrap", co_wrap},
      {NULL, NULL},
  };
  ibid_copy_functions(L, luaopen_coroutine, stock);
  luaL_setfuncs(L, functions, 0);
}
