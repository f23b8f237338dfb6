// Making and checking handles, and the metamethods that all types share.
#include "handle.h"

#include <string.h>

typedef void (*getter)(lua_State *L, const ibid_handle *handle);

// One of the two is set for each member.
static const struct {
  getter get;
  lua_CFunction method;
} members[IBID_MEMBER_COUNT] = {
    {NULL, NULL},
#define FIELD(type, name, signature, since, doc, example) {ibid_get_##type##_##name, NULL},
#define METHOD(type, name, signature, since, doc, example) {NULL, ibid_do_##type##_##name},
#define FUNCTION METHOD
#include "api_members.def"
#undef FIELD
#undef METHOD
#undef FUNCTION
};

// Keys of the table of handles: nodes by their number, so that they lie in its array part.
static lua_Integer object_key(ibid_type type, int32_t index) {
  return (lua_Integer)(1000 + type) << 32 | (lua_Integer)index;
}

// Replaces the top by the value that the slot's table of handles has for `key`; pushes that table
// below a nil.
static bool find_handle(lua_State *L, const ibid_slot *slot, lua_Integer key) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, slot->handles);
  if (lua_rawgeti(L, -1, key) == LUA_TUSERDATA) {
    lua_replace(L, -2);
    return true;
  }
  lua_pop(L, 1);
  return false;
}

static ibid_handle *new_handle(lua_State *L, ibid_slot *slot, ibid_type type, int32_t index) {
  ibid_handle *handle = lua_newuserdatauv(L, sizeof *handle, 1);
  *handle = (ibid_handle){
      .magic = IBID_HANDLE_MAGIC,
      .generation = slot->generation,
      .slot = slot,
      .index = index,
      .type = (uint8_t)type,
  };
  lua_rawgeti(L, LUA_REGISTRYINDEX, slot->api->metatables[type]);
  lua_setmetatable(L, -2);
  return handle;
}

// Keeps the handle at the top in the table below it, and leaves only the handle.
static void keep_handle(lua_State *L, lua_Integer key) {
  lua_pushvalue(L, -1);
  lua_rawseti(L, -3, key);
  lua_replace(L, -2);
}

void ibid_push_node(lua_State *L, ibid_slot *slot, int32_t index) {
  if (index < 0) {
    lua_pushnil(L);
    return;
  }
  if (find_handle(L, slot, index + 1)) return;
  new_handle(L, slot, (ibid_type)slot->view->nodes[index].kind, index);
  keep_handle(L, index + 1);
}

void ibid_push_object(lua_State *L, ibid_slot *slot, ibid_type type, int32_t index) {
  if (index < 0) {
    lua_pushnil(L);
    return;
  }
  lua_Integer key = object_key(type, index);
  if (find_handle(L, slot, key)) return;
  new_handle(L, slot, type, index);
  keep_handle(L, key);
}

void ibid_push_collection(
    lua_State *L, ibid_slot *slot, ibid_member member, int32_t owner, ibid_handle shape) {
  lua_Integer key = (lua_Integer)(2000 + member) << 32 | (lua_Integer)owner;
  if (find_handle(L, slot, key)) return;
  ibid_handle *handle = new_handle(L, slot, IBID_TYPE_collection, shape.index);
  handle->count = shape.count;
  handle->source = shape.source;
  handle->element = shape.element;
  handle->name = (uint16_t)member;
  keep_handle(L, key);
}

static _Noreturn void raise_closed(lua_State *L, const ibid_handle *handle) {
  ibid_raise(
      L, "this article is no longer open: a %s was kept after its article's call returned",
      ibid_type_name((ibid_type)handle->type));
}

void ibid_check_open(lua_State *L, const ibid_handle *handle) {
  if (handle->slot->generation != handle->generation) raise_closed(L, handle);
}

ibid_handle *ibid_to_handle(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  if (lua_rawlen(L, index) != sizeof(ibid_handle)) return NULL;
  ibid_handle *handle = lua_touserdata(L, index);
  return handle->magic == IBID_HANDLE_MAGIC ? handle : NULL;
}

ibid_handle *ibid_check_handle(lua_State *L, int index, ibid_type type) {
  ibid_handle *handle = ibid_to_handle(L, index);
  if (handle == NULL || !ibid_is_a(handle, type)) luaL_typeerror(L, index, ibid_type_name(type));
  ibid_check_open(L, handle);
  return handle;
}

// The number of a name by the address of its interned string, or 0.
static int number_at(const ibid_api *api, const char *address) {
  for (size_t at = ibid_name_slot(address);; at = (at + 1) % IBID_NAME_SLOTS) {
    if (api->names[at].address == address) return api->names[at].name;
    if (api->names[at].address == NULL) return 0;
  }
}

static ibid_handle *check_self(lua_State *L) {
  ibid_handle *handle = lua_touserdata(L, 1);
  // Handles are all that these metamethods are reachable from, but a mistake here would read wild
  // memory.
  if (handle == NULL || handle->magic != IBID_HANDLE_MAGIC) luaL_typeerror(L, 1, "handle");
  if (handle->slot->generation != handle->generation) raise_closed(L, handle);
  return handle;
}

static int push_member(lua_State *L, const ibid_handle *handle, const char *name) {
  ibid_type type = (ibid_type)handle->type;
  ibid_member member = ibid_member_of(type, number_at(handle->slot->api, name));
  if (members[member].get != NULL) members[member].get(L, handle);
  else if (members[member].method != NULL) lua_pushcfunction(L, members[member].method);
  else ibid_raise_unknown(L, type, name);
  return 1;
}

int ibid_handle_index(lua_State *L) {
  ibid_handle *handle = check_self(L);
  // A number becomes the name of a member that does not exist; nothing is asked of its type first,
  // as that would cost every access.
  const char *name = lua_tostring(L, 2);
  if (name == NULL)
    ibid_raise(L, "%s has no member of type %s", ibid_type_name((ibid_type)handle->type),
               luaL_typename(L, 2));
  if (handle->type <= IBID_TYPE_boilerplate) handle->slot->touched = handle->index;
  return push_member(L, handle, name);
}

int ibid_collection_index(lua_State *L) {
  const ibid_handle *handle = check_self(L);
  int is_integer;
  lua_Integer at = lua_tointegerx(L, 2, &is_integer);
  if (is_integer && lua_type(L, 2) == LUA_TNUMBER) {
    if (at < 1 || at > (lua_Integer)handle->count) lua_pushnil(L);
    else ibid_push_element(L, handle, (uint32_t)(at - 1));
    return 1;
  }
  if (lua_type(L, 2) == LUA_TSTRING) return push_member(L, handle, lua_tostring(L, 2));
  ibid_raise(L, "a list has elements 1 to %d, not one of type %s", (int)handle->count,
             luaL_typename(L, 2));
}

int ibid_handle_newindex(lua_State *L) {
  const ibid_handle *handle = lua_touserdata(L, 1);
  const char *type = ibid_type_name((ibid_type)handle->type);
  if (lua_type(L, 2) == LUA_TSTRING)
    ibid_raise(L, "cannot set '%s' of %s: articles never change", lua_tostring(L, 2), type);
  ibid_raise(L, "cannot set an element of %s: articles never change", type);
}
