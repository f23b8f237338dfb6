#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

// The types that the extensions give their nodes, which are theirs at run time and in no header that is installed.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

static inline cmark_node_type ibid_markdown_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type ibid_markdown_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type ibid_markdown_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type ibid_markdown_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }
