#include <kainjow/mustache.hpp>
#include <string>
#include <utility>
#include <vector>

#include "creport.h"

namespace mustache = kainjow::mustache;
using mustache::data;

struct ibid_template {
  mustache::mustache page;
};

struct ibid_values {
  // The map of the page, and below it what is begun and not ended, each with the key that it will have.
  std::vector<std::pair<std::string, data>> open;

  void add(const char *key, data value) {
    data &target = open.back().second;
    if (target.is_list()) {
      target.push_back(value);
    } else {
      target[key] = std::move(value);
    }
  }
};

// The library's escaping, and a sign for each control character but tab and line feed.
static std::string escaped(const std::string &text) {
  std::string page = mustache::html_escape(text);
  for (size_t index = 0; index < page.size(); index++) {
    const unsigned char byte = static_cast<unsigned char>(page[index]);
    if ((byte >= 0x20 && byte != 0x7F) || byte == '\t' || byte == '\n') continue;
    // U+2400 + n; U+2421 for delete.
    const unsigned char last = static_cast<unsigned char>(byte == 0x7F ? 0xA1 : 0x80 + byte);
    const char sign[] = {'\xE2', '\x90', static_cast<char>(last)};
    page.replace(index, 1, sign, sizeof sign);
    index += 2;
  }
  return page;
}

static std::string string(const uint8_t *bytes, size_t count) {
  return std::string(reinterpret_cast<const char *>(bytes), count);
}

ibid_template *ibid_template_parse(const uint8_t *text, size_t count, const char **error) {
  auto *page = new ibid_template{mustache::mustache{string(text, count)}};
  page->page.set_custom_escape(escaped);
  *error = page->page.is_valid() ? nullptr : page->page.error_message().c_str();
  return page;
}

void ibid_template_free(ibid_template *page) { delete page; }

ibid_values *ibid_values_make(void) {
  auto *values = new ibid_values;
  values->open.emplace_back("", data{data::type::object});
  return values;
}

void ibid_values_free(ibid_values *values) { delete values; }

void ibid_values_flag(ibid_values *values, const char *key, int flag) {
  values->add(key, data{flag != 0});
}

void ibid_values_text(ibid_values *values, const char *key, const uint8_t *text, size_t count) {
  values->add(key, data{string(text, count)});
}

void ibid_values_begin_map(ibid_values *values, const char *key) {
  values->open.emplace_back(key, data{data::type::object});
}

void ibid_values_begin_list(ibid_values *values, const char *key) {
  values->open.emplace_back(key, data{data::type::list});
}

void ibid_values_end(ibid_values *values) {
  std::pair<std::string, data> ended = std::move(values->open.back());
  values->open.pop_back();
  values->add(ended.first.c_str(), std::move(ended.second));
}

void ibid_template_render(
    ibid_template *page, const ibid_values *values, ibid_page_sink sink, void *context) {
  page->page.render(values->open.front().second, [=](const std::string &piece) {
    sink(context, reinterpret_cast<const uint8_t *>(piece.data()), piece.size());
  });
}
