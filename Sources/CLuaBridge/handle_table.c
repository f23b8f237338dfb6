// The members of tables and polls.
#include "handle.h"

// A reader may leave a node of these kinds without its record: then it reads as an empty one.
static const ibid_table no_table;
static const ibid_reader_poll no_poll = {.total = -1};

static const ibid_table *table_of(const ibid_handle *handle) {
  int32_t payload = ibid_node_of(handle)->payload;
  return payload < 0 ? &no_table : &handle->slot->view->tables[payload];
}

static const ibid_reader_poll *poll_of(const ibid_handle *handle) {
  int32_t payload = ibid_node_of(handle)->payload;
  return payload < 0 ? &no_poll : &handle->slot->view->polls[payload];
}

static void push_text_or_nil(lua_State *L, const ibid_handle *handle, ibid_range range) {
  if (range.count == 0) lua_pushnil(L);
  else ibid_push_text_range(L, handle->slot, range);
}

// The rows below the header.
static ibid_range body(const ibid_table *table) {
  uint32_t header = table->has_header && table->rows.count > 0 ? 1 : 0;
  return (ibid_range){table->rows.start + header, table->rows.count - header};
}

void ibid_get_table_label(lua_State *L, const ibid_handle *handle) {
  push_text_or_nil(L, handle, table_of(handle)->label);
}

void ibid_get_table_caption(lua_State *L, const ibid_handle *handle) {
  push_text_or_nil(L, handle, table_of(handle)->caption);
}

void ibid_push_row(lua_State *L, ibid_slot *slot, int32_t row) {
  ibid_range cells = slot->view->table_rows[row];
  ibid_handle shape = {
      .index = (int32_t)cells.start,
      .count = cells.count,
      .source = IBID_OF_CELLS,
      .element = IBID_TYPE_none,
  };
  ibid_push_collection(L, slot, IBID_MEMBER_table_cell, row, shape);
}

void ibid_get_table_header(lua_State *L, const ibid_handle *handle) {
  const ibid_table *table = table_of(handle);
  if (!table->has_header || table->rows.count == 0) lua_pushnil(L);
  else ibid_push_row(L, handle->slot, (int32_t)table->rows.start);
}

void ibid_get_table_rows(lua_State *L, const ibid_handle *handle) {
  ibid_range rows = body(table_of(handle));
  ibid_handle shape = {
      .index = (int32_t)rows.start,
      .count = rows.count,
      .source = IBID_OF_ROWS,
      .element = IBID_TYPE_none,
  };
  ibid_push_collection(L, handle->slot, IBID_MEMBER_table_rows, handle->index, shape);
}

void ibid_get_table_row_count(lua_State *L, const ibid_handle *handle) {
  lua_pushinteger(L, body(table_of(handle)).count);
}

void ibid_get_table_column_count(lua_State *L, const ibid_handle *handle) {
  lua_pushinteger(L, table_of(handle)->column_count);
}

int ibid_do_table_cell(lua_State *L) {
  ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_table);
  lua_Integer row = luaL_checkinteger(L, 2), column = luaL_checkinteger(L, 3);
  ibid_range rows = body(table_of(handle));
  luaL_argcheck(L, row >= 1, 2, "rows count from 1");
  luaL_argcheck(L, column >= 1, 3, "columns count from 1");
  if (row > (lua_Integer)rows.count) {
    lua_pushnil(L);
    return 1;
  }
  const ibid_article_view *view = handle->slot->view;
  ibid_range cells = view->table_rows[rows.start + (uint32_t)(row - 1)];
  if (column > (lua_Integer)cells.count) lua_pushnil(L);
  else ibid_push_text_range(L, handle->slot, view->cells[cells.start + (uint32_t)(column - 1)]);
  return 1;
}

void ibid_get_poll_question(lua_State *L, const ibid_handle *handle) {
  ibid_push_text_range(L, handle->slot, poll_of(handle)->question);
}

void ibid_get_poll_options(lua_State *L, const ibid_handle *handle) {
  ibid_range options = poll_of(handle)->options;
  ibid_handle shape = {
      .index = (int32_t)options.start,
      .count = options.count,
      .source = IBID_OF_OBJECTS,
      .element = IBID_TYPE_option,
  };
  ibid_push_collection(L, handle->slot, IBID_MEMBER_poll_options, handle->index, shape);
}

void ibid_get_poll_total(lua_State *L, const ibid_handle *handle) {
  int64_t total = poll_of(handle)->total;
  if (total < 0) lua_pushnil(L);
  else lua_pushinteger(L, total);
}

void ibid_get_poll_consistent(lua_State *L, const ibid_handle *handle) {
  lua_pushboolean(L, poll_of(handle)->consistent);
}
