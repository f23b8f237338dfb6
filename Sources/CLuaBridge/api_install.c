// Adds handles and the module `ibid` to a state, and opens and closes articles in it.
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "json.h"

// --- install

static void intern_names(lua_State *L, ibid_api *api) {
  int count = ibid_name_count();
  // The table keeps the strings alive, and with them their addresses.
  lua_createtable(L, count, 0);
  for (int number = 1; number <= count; number++) {
    const char *address = lua_pushstring(L, ibid_name(number));
    size_t at = ibid_name_slot(address);
    while (api->names[at].address != NULL) at = (at + 1) % IBID_NAME_SLOTS;
    api->names[at].address = address;
    api->names[at].name = (uint16_t)number;
    lua_rawseti(L, -2, number);
  }
  luaL_ref(L, LUA_REGISTRYINDEX);
}

static void set_function(lua_State *L, const char *name, lua_CFunction function) {
  lua_pushcfunction(L, function);
  lua_setfield(L, -2, name);
}

static void push_metatable(lua_State *L, ibid_type type) {
  lua_createtable(L, 0, 8);
  lua_pushstring(L, ibid_type_name(type));
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, "__name");
  lua_setfield(L, -2, "__metatable");
  bool is_collection = type == IBID_TYPE_collection;
  set_function(L, "__index", is_collection ? ibid_collection_index : ibid_handle_index);
  set_function(L, "__newindex", ibid_handle_newindex);
  set_function(L, "__tostring", ibid_handle_tostring);
  if (!is_collection) return;
  set_function(L, "__len", ibid_collection_length);
  set_function(L, "__pairs", ibid_collection_pairs);
}

static void open_metatables(lua_State *L, ibid_api *api) {
  for (int type = 0; type < IBID_TYPE_ibid; type++) {
    if (type == IBID_TYPE_matcher || type == IBID_TYPE_vectors)
      ibid_push_object_metatable(L, (ibid_type)type);
    else push_metatable(L, (ibid_type)type);
    api->metatables[type] = luaL_ref(L, LUA_REGISTRYINDEX);
  }
}

// Tables that `ibid.list` marks have the methods of collections.
static void open_lists(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"filter", ibid_do_collection_filter},
      {"map", ibid_do_collection_map},
      {"totable", ibid_do_collection_totable},
      {NULL, NULL},
  };
  ibid_push_list_mark(L);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

static void open_module(lua_State *L) {
  static const struct {
    const char *owner, *name;
    lua_CFunction function;
  } functions[] = {
#define FIELD(type, name, signature, since, doc, example)
#define METHOD(type, name, signature, since, doc, example)
#define FUNCTION(type, name, signature, since, doc, example) \
  {#type, #name, ibid_do_##type##_##name},
#include "api_members.def"
#undef FIELD
#undef METHOD
#undef FUNCTION
  };
  lua_newtable(L);
  for (size_t at = 0; at < sizeof functions / sizeof *functions; at++) {
    bool is_inner = strcmp(functions[at].owner, "ibid") != 0;
    if (is_inner) luaL_getsubtable(L, -1, functions[at].owner);
    set_function(L, functions[at].name, functions[at].function);
    if (is_inner) lua_pop(L, 1);
  }
  lua_pushlightuserdata(L, NULL);
  lua_setfield(L, -2, "null");
}

static void push_article_handle(lua_State *L, int64_t handle) {
  ibid_api *api = ibid_api_of(L);
  int64_t number = handle >> IBID_ARTICLE_SHIFT;
  if (number < 1 || number > api->slot_count) luaL_error(L, "no such article");
  ibid_slot *slot = api->slots[number - 1];
  if (slot->view == NULL) luaL_error(L, "the article is not open");
  if (slot->handles == 0) {
    lua_newtable(L);
    slot->handles = luaL_ref(L, LUA_REGISTRYINDEX);
  }
  ibid_push_object(L, slot, IBID_TYPE_article, 0);
}

static bool read_article_handle(lua_State *L, int index, int64_t *handle) {
  const ibid_handle *found = ibid_to_handle(L, index);
  if (found == NULL || found->type != IBID_TYPE_article) return false;
  *handle = (int64_t)found->slot->number << IBID_ARTICLE_SHIFT;
  return true;
}

static int install(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  ibid_api *api = self->api;
  intern_names(L, api);
  open_metatables(L, api);
  open_lists(L);
  ibid_push_globals(L);
  lua_getfield(L, -1, "print");
  api->print = luaL_ref(L, LUA_REGISTRYINDEX);
  lua_getfield(L, -1, "ipairs");
  lua_pushcclosure(L, ibid_collection_ipairs, 1);
  lua_setfield(L, -2, "ipairs");
  open_module(L);
  lua_setfield(L, -2, "ibid");
  ibid_renew_environment(L);
  return 0;
}

ibid_status ibid_api_install(ibid_lua *self, const ibid_host *host) {
  self->api = calloc(1, sizeof *self->api);
  if (self->api == NULL) return ibid_fail(self, IBID_MEMORY, "not enough memory");
  self->api->host = *host;
  self->push_handle = push_article_handle;
  self->read_handle = read_article_handle;
  self->to_table = ibid_collection_to_table;
  return ibid_protected(self, install, NULL);
}

static void free_segments(ibid_segments *segments) {
  free(segments->ranges.items);
  free(segments->of_node);
  *segments = (ibid_segments){0};
}

void ibid_api_free(ibid_lua *self) {
  ibid_api *api = self->api;
  if (api == NULL) return;
  for (int at = 0; at < api->slot_count; at++) {
    free_segments(&api->slots[at]->words);
    free_segments(&api->slots[at]->sentences);
    free(api->slots[at]);
  }
  free(api->slots);
  free(api->scratch.items);
  ibid_terms_free(&api->terms);
  ibid_terms_free(&api->phrases);
  ibid_bytes_free(&api->json);
  free(api);
  self->api = NULL;
}

// --- articles

static ibid_slot *free_slot(ibid_api *api) {
  for (int at = 0; at < api->slot_count; at++)
    if (api->slots[at]->view == NULL) return api->slots[at];
  ibid_slot **slots = realloc(api->slots, (size_t)(api->slot_count + 1) * sizeof *slots);
  if (slots == NULL) return NULL;
  api->slots = slots;
  ibid_slot *slot = calloc(1, sizeof *slot);
  if (slot == NULL) return NULL;
  slots[api->slot_count++] = slot;
  slot->number = api->slot_count;
  slot->api = api;
  return slot;
}

int64_t ibid_api_open(ibid_lua *self, const ibid_article_view *view) {
  ibid_slot *slot = free_slot(self->api);
  if (slot == NULL) return 0;
  slot->view = view;
  slot->generation++;
  slot->touched = -1;
  for (int unit = 0; unit < IBID_UNIT_COUNT; unit++) slot->counts[unit] = -1;
  return (int64_t)slot->number << IBID_ARTICLE_SHIFT;
}

static ibid_slot *slot_of(const ibid_lua *self, int64_t article) {
  int64_t number = article >> IBID_ARTICLE_SHIFT;
  if (self->api == NULL || number < 1 || number > self->api->slot_count) return NULL;
  return self->api->slots[number - 1];
}

void ibid_api_close(ibid_lua *self, int64_t article) {
  ibid_slot *slot = slot_of(self, article);
  if (slot == NULL || slot->view == NULL) return;
  slot->view = NULL;
  slot->generation++;
  free_segments(&slot->words);
  free_segments(&slot->sentences);
  if (slot->handles == 0) return;
  // Handles that nobody else holds are garbage from now on. This neither allocates nor runs Lua
  // code, so it needs no protection: it sets elements that the registry has.
  luaL_unref(self->main, LUA_REGISTRYINDEX, slot->handles);
  slot->handles = 0;
}

ibid_place ibid_api_place(const ibid_lua *self, int64_t article) {
  const ibid_slot *slot = slot_of(self, article);
  if (slot == NULL || slot->view == NULL || slot->touched < 0) return (ibid_place){0, 0};
  const ibid_node *node = &slot->view->nodes[slot->touched];
  return (ibid_place){node->line, node->column};
}
