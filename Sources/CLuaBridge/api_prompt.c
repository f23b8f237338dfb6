// `ibid.prompt()`: a prompt in the middle of a plugin, with the variables of the function that asks.
//
// The loop stands here and not in the host: the host only reads a line and shows what came of it, so
// no Swift frame lies between this call of Lua and the next.
#include <string.h>

#include "api.h"
#include "chunk.h"
#include "describe.h"

// Where the prompt's own values are on its stack.
enum { VARIABLES = 1, NAMES, FUNCTION, TOP = FUNCTION };

// Keeps the value at the top under the name of a variable; places of upvalues are negative.
static void keep(lua_State *L, const char *name, int place) {
  if (*name == '(' || strcmp(name, "_ENV") == 0) {
    lua_pop(L, 1);
    return;
  }
  // An inner variable that is nil hides the outer one too.
  lua_pushstring(L, name);
  lua_insert(L, -2);
  lua_rawset(L, VARIABLES);
  lua_pushstring(L, name);
  lua_pushinteger(L, place);
  lua_rawset(L, NAMES);
}

static void collect(lua_State *L, lua_Debug *activation) {
  const char *name;
  for (int at = 1; (name = lua_getupvalue(L, FUNCTION, at)) != NULL; at++) keep(L, name, -at);
  for (int at = 1; (name = lua_getlocal(L, activation, at)) != NULL; at++) keep(L, name, at);
}

static int read_variable(lua_State *L) {
  lua_pushvalue(L, 2);
  // A variable that is nil is no misspelt global.
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) {
    lua_pushnil(L);
    return 1;
  }
  lua_settop(L, 2);
  lua_gettable(L, lua_upvalueindex(2));
  return 1;
}

static int write_variable(lua_State *L) {
  lua_pushvalue(L, 2);
  bool is_variable = lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL;
  lua_settop(L, 3);
  if (is_variable) lua_rawset(L, 1);
  else lua_settable(L, lua_upvalueindex(2));
  return 0;
}

static void set_accessor(lua_State *L, const char *event, lua_CFunction function) {
  lua_pushvalue(L, NAMES);
  ibid_push_environment(L);
  lua_pushcclosure(L, function, 2);
  lua_setfield(L, -2, event);
}

// Makes the table of variables an environment in front of the plugin's own.
static void open_environment(lua_State *L) {
  lua_createtable(L, 0, 3);
  set_accessor(L, "__index", read_variable);
  set_accessor(L, "__newindex", write_variable);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, VARIABLES);
}

// Gives the function back what was assigned. What did not change is left alone: it may be a variable
// that is to be closed.
static void write_back(lua_State *L, lua_Debug *activation) {
  lua_pushnil(L);
  while (lua_next(L, NAMES) != 0) {
    int place = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
    if (place > 0) lua_getlocal(L, activation, place);
    else lua_getupvalue(L, FUNCTION, -place);
    lua_pushvalue(L, -2);
    lua_rawget(L, VARIABLES);
    if (lua_rawequal(L, -1, -2)) lua_pop(L, 1);
    else if (place > 0) lua_setlocal(L, activation, place);
    else lua_setupvalue(L, FUNCTION, -place);
    lua_pop(L, 1);
  }
}

// Runs a line: the text, then the environment. Describes its values into the state's result.
static int run_line(lua_State *L) {
  size_t count;
  const char *text = lua_tolstring(L, 1, &count);
  bool incomplete = false;
  ibid_compile_line(L, "prompt", text, count, &incomplete);
  lua_pushvalue(L, 2);
  lua_setupvalue(L, -2, 1);
  int base = lua_gettop(L);
  lua_call(L, 0, LUA_MULTRET);
  int last = lua_gettop(L);
  luaL_checkstack(L, 10, "too many values");
  if (last >= base) {
    ibid_push_environment(L);
    lua_pushliteral(L, "_");
    lua_pushvalue(L, base);
    lua_rawset(L, -3);
    lua_pop(L, 1);
  }
  ibid_describe_values(L, base, last, false, &ibid_self(L)->result);
  return 0;
}

static int error_text(lua_State *L) {
  size_t count;
  ibid_push_text(L, 1, &count);
  return 1;
}

static ibid_value described(lua_State *L) {
  const ibid_bytes *result = &ibid_self(L)->result;
  return (ibid_value){
      .kind = IBID_BYTES, .bytes = result->count == 0 ? "" : result->data, .count = result->count};
}

static ibid_value text_at(lua_State *L, int index) {
  ibid_value value = {.kind = IBID_BYTES, .bytes = ""};
  if (lua_type(L, index) == LUA_TSTRING) value.bytes = lua_tolstring(L, index, &value.count);
  return value;
}

// Pushes the names of the variables, each with a blank behind it: those that are nil are not in the
// table of values.
static void push_names(lua_State *L) {
  lua_pushliteral(L, "");
  lua_pushnil(L);
  while (lua_next(L, NAMES) != 0) {
    lua_pop(L, 1);
    lua_pushfstring(L, "%s%s ", lua_tostring(L, -2), lua_tostring(L, -1));
    lua_replace(L, -3);
  }
}

static int describe_variables(lua_State *L) {
  ibid_describe_values(L, 1, 1, false, &ibid_self(L)->result);
  return 0;
}

// Whether a protected call failed by itself; what no Lua code may catch is raised again.
static bool has_failed(lua_State *L, int status) {
  if (status != LUA_OK && ibid_is_abort(L, status)) ibid_raise_abort(L);
  ibid_rethrow(L);
  // Values that are too long are no failure of the plugin.
  if (status != LUA_OK) ibid_self(L)->status = IBID_OK;
  return status != LUA_OK;
}

// Pushes the next line that was typed, or nil at the end.
static bool read_line(lua_State *L, const lua_Debug *activation) {
  ibid_bytes_clear(&ibid_self(L)->result);
  lua_pushcfunction(L, describe_variables);
  lua_pushvalue(L, VARIABLES);
  if (has_failed(L, lua_pcall(L, 1, 0, 0))) ibid_bytes_clear(&ibid_self(L)->result);
  lua_pushfstring(L, "%s:%d", activation->short_src, activation->currentline);
  push_names(L);
  ibid_value arguments[] = {text_at(L, -2), text_at(L, -1), described(L)};
  ibid_answer(L, ibid_api_of(L)->host.prompt_read, arguments, 3);
  return lua_type(L, -1) == LUA_TSTRING;
}

static void answer_line(lua_State *L) {
  ibid_bytes_clear(&ibid_self(L)->result);
  lua_pushcfunction(L, error_text);
  lua_pushcfunction(L, run_line);
  lua_pushvalue(L, -3);
  lua_pushvalue(L, VARIABLES);
  bool failed = has_failed(L, lua_pcall(L, 2, 0, -4));
  ibid_value arguments[] = {
      {.kind = IBID_BOOLEAN, .integer = !failed},
      failed ? text_at(L, -1) : described(L),
  };
  ibid_answer(L, ibid_api_of(L)->host.prompt_show, arguments, 2);
}

static bool find_function(lua_State *L, lua_Debug *activation) {
  for (int level = 1; lua_getstack(L, level, activation); level++) {
    lua_getinfo(L, "Slf", activation);
    if (*activation->what != 'C') return true;
    lua_pop(L, 1);
  }
  return false;
}

int ibid_do_ibid_prompt(lua_State *L) {
  lua_Debug activation;
  luaL_checkstack(L, 20, "too deep for a prompt");
  lua_settop(L, 0);
  if (ibid_api_of(L)->host.prompt_read == NULL) {
    lua_pushboolean(L, 0);
    return 1;
  }
  lua_newtable(L);
  lua_newtable(L);
  if (!find_function(L, &activation)) return luaL_error(L, "no function asks for the prompt");
  collect(L, &activation);
  open_environment(L);
  ibid_deadline_pause(ibid_self(L));
  while (read_line(L, &activation)) {
    answer_line(L);
    lua_settop(L, TOP);
    write_back(L, &activation);
  }
  ibid_deadline_resume(ibid_self(L));
  ibid_bytes_clear(&ibid_self(L)->result);
  lua_pushboolean(L, 1);
  return 1;
}
