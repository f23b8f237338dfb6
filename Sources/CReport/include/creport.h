#ifndef CREPORT_H
#define CREPORT_H

/// What the HTML report takes from C and C++: Mustache templates (kainjow's library), and the
/// pages' own files, which are part of the executable.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that live as long as the program.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} ibid_page_file;

/// The files of `pages/`.
ibid_page_file ibid_article_template(void);
ibid_page_file ibid_index_template(void);
/// A text with its styles and references, for `{{>inline}}`.
ibid_page_file ibid_inline_template(void);
/// A result as tables, figures and charts, for `{{>view}}`.
ibid_page_file ibid_view_template(void);
ibid_page_file ibid_page_style(void);
ibid_page_file ibid_index_script(void);

/// A template that was parsed.
typedef struct ibid_template ibid_template;

/// Parses Mustache. `error` is set to a message that lives as long as the template, or to NULL.
ibid_template *ibid_template_parse(const uint8_t *text, size_t count, const char **error);
void ibid_template_free(ibid_template *page);

/// The values that fill a template: a map that is built by the calls below. Within a list keys are not looked at.
typedef struct ibid_values ibid_values;

ibid_values *ibid_values_make(void);
void ibid_values_free(ibid_values *values);

void ibid_values_flag(ibid_values *values, const char *key, int flag);
void ibid_values_text(ibid_values *values, const char *key, const uint8_t *text, size_t count);
void ibid_values_begin_map(ibid_values *values, const char *key);
void ibid_values_begin_list(ibid_values *values, const char *key);
/// Ends the map or list that was begun last.
void ibid_values_end(ibid_values *values);

/// Takes the next piece of a page.
typedef void (*ibid_page_sink)(void *context, const uint8_t *bytes, size_t count);

/// Writes the page that the template and the values give.
///
/// `{{name}}` is escaped for text and attributes, and control characters, which HTML cannot hold, are shown by
/// their signs (U+2400…); `{{{name}}}` is neither.
void ibid_template_render(
    ibid_template *page, const ibid_values *values, ibid_page_sink sink, void *context);

#ifdef __cplusplus
}
#endif

#endif
