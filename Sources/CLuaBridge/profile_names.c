// What a profile calls functions: those in Lua by the place of their definition, those in C by the
// name that a plugin calls them by.
#define _GNU_SOURCE

#include <stdio.h>
#include <string.h>

#include "errors.h"
#include "handle.h"
#include "profile.h"

/// A chunk's name may be as long as a path.
enum { MOST_NAME = 256 };

static size_t slot_of(const ibid_profile *profile, lua_CFunction function) {
  size_t at = (size_t)((uintptr_t)function >> 4) % IBID_PROFILE_FUNCTIONS;
  while (profile->functions[at].function != NULL && profile->functions[at].function != function)
    at = (at + 1) % IBID_PROFILE_FUNCTIONS;
  return at;
}

// The first name that is given to a function stays.
static void note(ibid_profile *profile, lua_CFunction function, const char *name) {
  // One slot in four stays free, so that a search ends soon.
  if (profile->function_count >= IBID_PROFILE_FUNCTIONS / 4 * 3) return;
  size_t at = slot_of(profile, function);
  if (profile->functions[at].function != NULL) return;
  int32_t frame = ibid_profile_frame_named(profile, name);
  if (frame < 0) return;
  profile->functions[at].function = function;
  profile->functions[at].frame = frame;
  profile->function_count++;
}

// Notes the functions in the table at the top and in the tables in it, which are modules.
static void note_module(lua_State *L, ibid_profile *profile, const char *module, int depth) {
  lua_pushnil(L);
  while (lua_next(L, -2) != 0) {
    // Names of the environment; a key that is no string is none.
    if (lua_type(L, -2) == LUA_TSTRING) {
      char name[MOST_NAME];
      const char *dot = module[0] == '\0' ? "" : ".";
      snprintf(name, sizeof name, "%s%s%s", module, dot, lua_tostring(L, -2));
      if (lua_iscfunction(L, -1)) note(profile, lua_tocfunction(L, -1), name);
      if (lua_istable(L, -1) && depth < 2) note_module(L, profile, name, depth + 1);
    }
    lua_pop(L, 1);
  }
}

void ibid_profile_note_functions(lua_State *L, ibid_profile *profile) {
  static const struct {
    const char *name;
    lua_CFunction function;
  } methods[] = {
#define FIELD(type, name, signature, since, doc, example)
#define METHOD(type, name, signature, since, doc, example) \
  {#type ":" #name, ibid_do_##type##_##name},
#define FUNCTION(type, name, signature, since, doc, example)
#include "api_members.def"
#undef FIELD
#undef METHOD
#undef FUNCTION
  };
  for (size_t at = 0; at < sizeof methods / sizeof *methods; at++)
    note(profile, methods[at].function, methods[at].name);
  note(profile, ibid_handle_tostring, "tostring of a part");
  luaL_checkstack(L, 16, "no room for names");
  ibid_push_globals(L);
  note_module(L, profile, "", 0);
  lua_pop(L, 1);
}

// `footnote.text`, from the arguments of the function that reads a member.
static bool name_member(lua_State *L, lua_Debug *activation, char *name) {
  bool is_named = false;
  if (lua_getlocal(L, activation, 1) == NULL) return false;
  const ibid_handle *handle = ibid_to_handle(L, -1);
  if (handle != NULL && handle->type < IBID_TYPE_COUNT) {
    const char *type = ibid_type_name((ibid_type)handle->type);
    if (lua_getlocal(L, activation, 2) != NULL) {
      // Only a string: a number would have to become one, which allocates.
      if (lua_type(L, -1) == LUA_TSTRING)
        snprintf(name, MOST_NAME, "%s.%.64s", type, lua_tostring(L, -1));
      else snprintf(name, MOST_NAME, "%s[]", type);
      is_named = true;
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
  return is_named;
}

int32_t ibid_profile_frame_of(lua_State *L, ibid_profile *profile, lua_Debug *activation) {
  char name[MOST_NAME];
  lua_getinfo(L, "S", activation);
  if (activation->what[0] != 'C') {
    int line = activation->what[0] == 'm' ? 0 : activation->linedefined;
    snprintf(name, sizeof name, "%.200s:%d", ibid_chunk_name(activation), line);
    return ibid_profile_frame_named(profile, name);
  }
  lua_getinfo(L, "f", activation);
  lua_CFunction function = lua_tocfunction(L, -1);
  lua_pop(L, 1);
  if (function == ibid_handle_index || function == ibid_collection_index) {
    if (name_member(L, activation, name)) return ibid_profile_frame_named(profile, name);
  }
  size_t at = slot_of(profile, function);
  if (profile->functions[at].function != NULL) return profile->functions[at].frame;
  // What another function has made, such as `coroutine.wrap`: the name at the place of the call.
  lua_getinfo(L, "n", activation);
  const char *called = activation->name == NULL ? "a function of the host" : activation->name;
  snprintf(name, sizeof name, "(%.100s)", called);
  return ibid_profile_frame_named(profile, name);
}
