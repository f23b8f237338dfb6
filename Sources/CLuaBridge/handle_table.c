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

// The cell that the arguments 2 and 3 of a method name; row 0 is the header. NULL where there is none.
static const ibid_cell *checked_cell(lua_State *L, const ibid_handle *handle) {
  lua_Integer row = luaL_checkinteger(L, 2), column = luaL_checkinteger(L, 3);
  luaL_argcheck(L, row >= 0, 2, "rows count from 1, the header is 0");
  luaL_argcheck(L, column >= 1, 3, "columns count from 1");
  const ibid_table *table = table_of(handle);
  if (row == 0 && !table->has_header) return NULL;
  lua_Integer at = table->has_header ? row : row - 1;
  if (at >= (lua_Integer)table->rows.count) return NULL;
  const ibid_article_view *view = handle->slot->view;
  ibid_range cells = view->table_rows[table->rows.start + (uint32_t)at];
  if (column > (lua_Integer)cells.count) return NULL;
  return &view->cells[cells.start + (uint32_t)(column - 1)];
}

int ibid_do_table_cell(lua_State *L) {
  const ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_table);
  const ibid_cell *cell = checked_cell(L, handle);
  if (cell == NULL) lua_pushnil(L);
  else ibid_push_text_range(L, handle->slot, cell->text);
  return 1;
}

int ibid_do_table_cell_runs(lua_State *L) {
  const ibid_handle *handle = ibid_check_handle(L, 1, IBID_TYPE_table);
  const ibid_cell *cell = checked_cell(L, handle);
  if (cell == NULL) {
    lua_pushnil(L);
    return 1;
  }
  ibid_handle shape = {
      .index = (int32_t)cell->runs.start,
      .count = cell->runs.count,
      .source = IBID_OF_OBJECTS,
      .element = IBID_TYPE_run,
  };
  int32_t owner = (int32_t)(cell - handle->slot->view->cells);
  ibid_push_collection(L, handle->slot, IBID_MEMBER_table_cell_runs, owner, shape);
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
