// Functions of the host: Lua calls them, they fill a plain reply, C pushes or raises it.
#include "internal.h"
#include "json.h"

#include <stdlib.h>
#include <string.h>

/// A registered host function; its closure holds this record's address.
struct ibid_registered {
  ibid_hook hook;
  struct ibid_registered *next;
};

void ibid_leave_host(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  self->in_host--;
  if (self->alarm && self->in_host == 0) ibid_attend(L);
}

static void answer(ibid_reply *reply, ibid_kind kind) {
  reply->kind = kind;
  reply->failed = false;
}

static void answer_text(ibid_reply *reply, ibid_kind kind, const char *bytes, size_t count) {
  answer(reply, kind);
  ibid_bytes_clear(&reply->text);
  ibid_bytes_append(&reply->text, bytes, count);
}

void ibid_reply_nil(ibid_reply *reply) { answer(reply, IBID_NIL); }

void ibid_reply_boolean(ibid_reply *reply, bool value) {
  answer(reply, IBID_BOOLEAN);
  reply->integer = value;
}

void ibid_reply_integer(ibid_reply *reply, int64_t value) {
  answer(reply, IBID_INTEGER);
  reply->integer = value;
}

void ibid_reply_number(ibid_reply *reply, double value) {
  answer(reply, IBID_NUMBER);
  reply->number = value;
}

void ibid_reply_handle(ibid_reply *reply, int64_t handle) {
  answer(reply, IBID_HANDLE);
  reply->integer = handle;
}

void ibid_reply_bytes(ibid_reply *reply, const char *bytes, size_t count) {
  answer_text(reply, IBID_BYTES, bytes, count);
}

void ibid_reply_json(ibid_reply *reply, const char *bytes, size_t count) {
  answer_text(reply, IBID_JSON, bytes, count);
}

void ibid_reply_error(ibid_reply *reply, const char *bytes, size_t count) {
  ibid_reply_argument_error(reply, 0, bytes, count);
}

void ibid_reply_argument_error(
    ibid_reply *reply, int argument, const char *bytes, size_t count) {
  answer_text(reply, IBID_BYTES, bytes, count);
  reply->failed = true;
  reply->argument = argument;
}

void ibid_push_value(lua_State *L, const ibid_value *value) {
  switch (value->kind) {
    case IBID_NIL:
      lua_pushnil(L);
      break;
    case IBID_BOOLEAN:
      lua_pushboolean(L, value->integer != 0);
      break;
    case IBID_INTEGER:
      lua_pushinteger(L, value->integer);
      break;
    case IBID_NUMBER:
      lua_pushnumber(L, value->number);
      break;
    case IBID_BYTES:
      lua_pushlstring(L, value->count == 0 ? "" : value->bytes, value->count);
      break;
    case IBID_JSON:
      ibid_from_json(L, value->bytes, value->count);
      break;
    case IBID_OPTIONS:
      ibid_push_options(L, value->bytes, value->count);
      break;
    case IBID_HANDLE:
      if (ibid_self(L)->push_handle == NULL) luaL_error(L, "this state has no handles");
      ibid_self(L)->push_handle(L, value->integer);
      break;
  }
}

void ibid_check_value(lua_State *L, int index, ibid_value *value, ibid_bytes *scratch) {
  static const ibid_json_style style = {"value", "an argument", false};
  ibid_lua *self = ibid_self(L);
  *value = (ibid_value){0};
  switch (lua_type(L, index)) {
    case LUA_TNIL:
      break;
    case LUA_TBOOLEAN:
      value->kind = IBID_BOOLEAN;
      value->integer = lua_toboolean(L, index);
      break;
    case LUA_TNUMBER:
      value->kind = lua_isinteger(L, index) ? IBID_INTEGER : IBID_NUMBER;
      if (value->kind == IBID_INTEGER) value->integer = lua_tointeger(L, index);
      value->number = lua_tonumber(L, index);
      break;
    case LUA_TSTRING:
      value->kind = IBID_BYTES;
      value->bytes = lua_tolstring(L, index, &value->count);
      break;
    case LUA_TTABLE: {
      // Anchored on the stack as a string, so that several tables can be arguments.
      ibid_bytes_clear(scratch);
      ibid_to_json(L, index, scratch, &style);
      lua_pushlstring(L, scratch->data, scratch->count);
      lua_replace(L, index);
      value->kind = IBID_JSON;
      value->bytes = lua_tolstring(L, index, &value->count);
      break;
    }
    default:
      if (self->read_handle != NULL && self->read_handle(L, index, &value->integer)) {
        value->kind = IBID_HANDLE;
        break;
      }
      luaL_argerror(L, index, "a plain value expected");
  }
}

// Runs with the reply's bytes on the C heap, where they stay for the next call.
static void push_reply(lua_State *L, ibid_reply *reply) {
  if (reply->text.full) luaL_error(L, "not enough memory");
  if (reply->failed) {
    lua_pushlstring(L, reply->text.data, reply->text.count);
    if (reply->argument > 0) luaL_argerror(L, reply->argument, lua_tostring(L, -1));
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
    lua_error(L);
  }
  ibid_value value = {
      .kind = reply->kind,
      .integer = reply->integer,
      .number = reply->number,
      .bytes = reply->text.data,
      .count = reply->text.count,
  };
  ibid_push_value(L, &value);
}

void ibid_call_host(
    lua_State *L, const ibid_hook *hook, const ibid_value *arguments, size_t count) {
  // One reply for all calls: a host function cannot call into its own state, so there is never a
  // second one, and whatever raises below leaves its bytes to the state.
  ibid_reply *reply = &ibid_self(L)->reply;
  ibid_bytes_clear(&reply->text);
  *reply = (ibid_reply){.kind = IBID_NIL, .text = reply->text};
  ibid_enter_host(L);
  hook->function(hook->context, arguments, count, reply);
  ibid_leave_host(L);
  push_reply(L, reply);
}

static int call_registered(lua_State *L) {
  const struct ibid_registered *entry = lua_touserdata(L, lua_upvalueindex(1));
  ibid_value arguments[IBID_MAX_ARGUMENTS];
  int count = lua_gettop(L);
  if (count > IBID_MAX_ARGUMENTS) luaL_error(L, "more than %d arguments", IBID_MAX_ARGUMENTS);
  for (int at = 0; at < count; at++)
    ibid_check_value(L, at + 1, &arguments[at], &ibid_self(L)->scratch);
  ibid_call_host(L, &entry->hook, arguments, (size_t)count);
  return 1;
}

typedef struct {
  const char *module, *name;
  struct ibid_registered *entry;
} registration;

static int add_registered(lua_State *L) {
  const registration *wanted = lua_touserdata(L, 1);
  ibid_push_globals(L);
  if (wanted->module != NULL) luaL_getsubtable(L, -1, wanted->module);
  lua_pushlightuserdata(L, wanted->entry);
  lua_pushcclosure(L, call_registered, 1);
  lua_setfield(L, -2, wanted->name);
  return 0;
}

ibid_status ibid_lua_register(
    ibid_lua *self, const char *module, const char *name, ibid_callback callback,
    void *context) {
  struct ibid_registered *entry = malloc(sizeof *entry);
  if (entry == NULL) return ibid_fail(self, IBID_MEMORY, "not enough memory");
  *entry = (struct ibid_registered){{callback, context}, self->registered};
  self->registered = entry;
  registration wanted = {module, name, entry};
  return ibid_protected(self, add_registered, &wanted);
}

void ibid_free_registered(ibid_lua *self) {
  while (self->registered != NULL) {
    struct ibid_registered *next = self->registered->next;
    free(self->registered);
    self->registered = next;
  }
}

void ibid_lua_set_print(ibid_lua *self, ibid_callback callback, void *context) {
  self->print = (ibid_hook){callback, context};
}

void ibid_lua_set_require(ibid_lua *self, ibid_callback callback, void *context) {
  self->require = (ibid_hook){callback, context};
}
