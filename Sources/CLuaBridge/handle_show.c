// `tostring` of handles: what a person sees, without addresses.
#include <stdio.h>
#include <string.h>

#include "handle.h"

enum { SHOWN_SCALARS = 40 };

// Appends a text in quotation marks, cut to 40 scalars at a space where there is one.
static void add_quoted(luaL_Buffer *buffer, const char *bytes, size_t count) {
  size_t end = 0, scalars = 0, space = 0;
  while (end < count && scalars < SHOWN_SCALARS) {
    if (bytes[end] == ' ') space = end;
    end++;
    while (end < count && ((unsigned char)bytes[end] & 0xC0) == 0x80) end++;
    scalars++;
  }
  bool is_cut = end < count;
  if (is_cut && space > end / 2) end = space;
  luaL_addlstring(buffer, " \"", 2);
  luaL_addlstring(buffer, bytes, end);
  luaL_addstring(buffer, is_cut ? " …\"" : "\"");
}

static void add_place(luaL_Buffer *buffer, uint32_t line, uint32_t column) {
  char place[40];
  snprintf(place, sizeof place, " @%u:%u", line, column);
  luaL_addstring(buffer, place);
}

static void add_range(luaL_Buffer *buffer, const ibid_article_view *view, ibid_range text) {
  if (text.count > 0) add_quoted(buffer, view->text.bytes + text.start, text.count);
}

static void add_optional(luaL_Buffer *buffer, ibid_text text) {
  if (text.bytes != NULL) add_quoted(buffer, text.bytes, text.count);
}

static void add_collection(luaL_Buffer *buffer, const ibid_handle *handle) {
  const char *name = "row";
  if (handle->source != IBID_OF_CELLS) name = ibid_declaration((ibid_member)handle->name)->name;
  char text[60];
  snprintf(text, sizeof text, "%s[%u]", name, handle->count);
  luaL_addstring(buffer, text);
}

static void add_object(luaL_Buffer *buffer, const ibid_handle *handle) {
  const ibid_article_view *view = handle->slot->view;
  int32_t index = handle->index;
  switch ((ibid_type)handle->type) {
    case IBID_TYPE_article:
      luaL_addchar(buffer, ' ');
      luaL_addlstring(buffer, view->path.bytes, view->path.count);
      add_optional(buffer, view->title);
      break;
    case IBID_TYPE_section: {
      int32_t heading = view->sections[index].heading;
      if (heading >= 0) add_range(buffer, view, view->nodes[heading].text);
      break;
    }
    case IBID_TYPE_reference: {
      const ibid_reference *reference = &view->references[index];
      add_place(buffer, reference->line, reference->column);
      add_range(buffer, view, reference->label);
      break;
    }
    case IBID_TYPE_run: add_range(buffer, view, view->runs[index].text); break;
    case IBID_TYPE_option: add_range(buffer, view, view->options[index].label); break;
    case IBID_TYPE_author: add_optional(buffer, view->authors[index].name); break;
    case IBID_TYPE_front_matter: add_optional(buffer, view->front_matter[index].field); break;
    case IBID_TYPE_diagnostic: {
      const ibid_diagnostic *diagnostic = &view->diagnostics[index];
      add_place(buffer, diagnostic->line, diagnostic->column);
      luaL_addchar(buffer, ' ');
      luaL_addlstring(buffer, diagnostic->code.bytes, diagnostic->code.count);
      break;
    }
    default: break;
  }
}

int ibid_handle_tostring(lua_State *L) {
  const ibid_handle *handle = ibid_to_handle(L, 1);
  if (handle == NULL) luaL_typeerror(L, 1, "handle");
  const char *type = ibid_type_name((ibid_type)handle->type);
  if (handle->slot->generation != handle->generation) {
    lua_pushfstring(L, "%s of an article that is no longer open", type);
    return 1;
  }
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  if (handle->type == IBID_TYPE_collection) {
    add_collection(&buffer, handle);
  } else {
    luaL_addstring(&buffer, type);
    if (handle->type <= IBID_TYPE_boilerplate) {
      const ibid_node *node = ibid_node_of(handle);
      add_place(&buffer, node->line, node->column);
      add_range(&buffer, handle->slot->view, node->text);
    } else {
      add_object(&buffer, handle);
    }
  }
  luaL_pushresult(&buffer);
  return 1;
}
