-- Collects the terms that an article explains: acronyms with their long forms, and words with their
-- translations; and holds the article against a term base.

local acronyms = require "acronyms"
local alternatives = require "alternatives"
local brackets = require "brackets"
local compounds = require "compounds"
local corpus = require "corpus"
local exchange = require "exchange"
local file_name = require "file_name"
local glosses = require "glosses"
local languages = require "languages"
local passages = require "passages"
local report = require "report"
local short_forms = require "short_forms"
local terms = require "terms"
local translations = require "translations"
local wordings = require "wordings"

-- What stands in every passage of an article in a language that explains a term, 16 strings at
-- most; nil where the language of each passage has to tell that.
local function marks_of(language)
  if not language then return nil end
  local marks = wordings.marks(language)
  table.move(brackets.openers, 1, #brackets.openers, #marks + 1, marks)
  marks[#marks + 1] = alternatives.mark(language)
  marks[#marks + 1] = short_forms.mark(language)
  return marks
end

-- Adds what a bracket explains; `add` has for each kind a function that adds a term.
local function read_bracket(passage, bracket, language, wanted, add)
  local before = brackets.before(passage.text, bracket.first)
  -- What announces a short form translates nothing, whether or not acronyms are wanted.
  local add_short = wanted.acronym and add.acronym or function() end
  if short_forms.in_bracket(before, bracket, language, add_short)
    or acronyms.before_native(before, bracket, language, add_short) then
    return
  end
  if wanted.acronym then acronyms.in_bracket(before, bracket, language, add.acronym) end
  if not wanted.translation then return end
  local script = translations.script_before(before)
  if not compounds.in_bracket(passage, before, bracket, language, script, add.translation) then
    translations.in_bracket(before, bracket, language, script, add.translation)
    glosses.in_bracket(passage, before, bracket, language, script, add.translation)
  end
end

-- Adds what one passage explains.
local function read(passage, language, wanted, found)
  local text = passage.text
  local function adder(kind)
    return function(source, target, position, transliteration, source_language)
      terms.add(found, kind, source, target, passage, position, transliteration, source_language)
    end
  end
  local add = { acronym = adder "acronym", translation = adder "translation" }
  for _, bracket in ipairs(brackets.of(text)) do
    -- A number explains nothing: 24 of the 67 brackets of 22 abstracts hold one.
    if bracket.inside:find "[%a\x80-\xFF]" then
      read_bracket(passage, bracket, language, wanted, add)
    end
  end
  if wanted.acronym then
    alternatives.in_passage(passage, language, add.acronym)
    short_forms.in_passage(passage, language, add.acronym)
  end
  if wanted.translation then wordings.in_passage(passage, language, add.translation) end
end

local function has_terms(result) return #result.terms + #(result.candidates or {}) > 0 end

-- A result in the format that was asked for; in words where that is a table, which the result is
-- already, or TBX without a term, which its schema forbids.
local function text_of(article, result, format)
  if format == "csv" or format:find "^tbx" and not has_terms(result) then
    return report.text(result)
  end
  return exchange[format](article, result)
end

return {
  name = "glossary", version = "1.0.0", since = "0.1",
  summary = "Terms with the translations and long forms that an article gives them.",
  categories = { "translation" },
  options = {
    kinds = {
      type = "list", default = { "acronym", "translation" },
      choices = { "acronym", "translation", "candidate" },
      doc = "what to collect; a `candidate` stands in quotes or is capitalised, and the article "
        .. "does not explain it",
    },
    min_count = {
      type = "integer", default = 1, min = 1,
      doc = "leave out terms that occur less often in an article",
    },
    positions = {
      type = "boolean", default = false,
      doc = "list the line, the column and the byte offset of each occurrence, not its line alone",
    },
    base = {
      type = "file",
      doc = "a term base to look up in the article: CSV, TBX 2 or 3, or TMX; forbidden, differing "
        .. "and inconsistent translations become findings",
    },
    format = {
      type = "string", default = "csv", choices = { "csv", "tbx", "tbx2", "tmx", "html" },
      doc = "the file for each article below the output folder (-o): comma-separated values, "
        .. "TBX-Basic of the third edition, TBX of the second (`.v2.tbx`), TMX 1.4 or a page with "
        .. "both languages side by side; without a folder, and for the total of a corpus, all but "
        .. "`csv` are the text of the result",
    },
  },
  writes = true,
  result = {
    path = "string", text = "string",
    terms = {
      {
        kind = "string", source = "string", target = "string", source_script = "string",
        target_script = "string", source_language = "string", target_language = "string",
        transliteration = "string",
        line = "integer", count = "integer", places = { "integer" },
        positions = { { line = "integer", column = "integer", byte_offset = "integer" } },
      },
    },
    candidates = {
      {
        source = "string", source_script = "string", source_language = "string",
        why = "string", count = "integer", places = { "integer" },
        positions = { { line = "integer", column = "integer", byte_offset = "integer" } },
      },
    },
    conflicts = { { kind = "string", source = "string", targets = { "string" } } },
    base = {
      concepts = "integer", found = "integer", coverage = "number", occurrences = "integer",
      used = {
        {
          term = "string", language = "string", concept = "integer", count = "integer",
          status = "string", lines = { "integer" },
          positions = { { line = "integer", column = "integer", byte_offset = "integer" } },
        },
      },
      unknown = { { source = "string", target = "string", line = "integer" } },
      findings = {
        ["term-differs"] = "integer", ["term-forbidden"] = "integer",
        ["term-inconsistent"] = "integer", ["term-varies"] = "integer",
        ["term-status-unknown"] = "integer",
      },
      unknown_statuses = { "string" },
    },
  },

  article = function(article, options)
    local wanted = {}
    for _, kind in ipairs(options.kinds) do wanted[kind] = true end
    local language = languages.of_article(article)
    local found = terms.new(article, options.positions)
    for _, passage in ipairs(passages.of(article, marks_of(language))) do
      read(passage, language or languages.of_passage(passage.text), wanted, found)
    end
    -- Few passages have marks; all of them are looked through where there is something to look for.
    local needs_all = options.base or wanted.candidate or #found.list > 0
    local list = needs_all and passages.of(article) or {}
    terms.set_languages(found, languages.by_script(language, article))
    local all = terms.finish(found, list)
    local result = { path = article.path, terms = terms.at_least(all, options.min_count) }
    result.conflicts = terms.conflicts(result.terms)
    if wanted.candidate then
      result.candidates = require "candidates".of(
        article, list, language or ibid.language(article.text), {
          explained = all, least = options.min_count, has_positions = options.positions,
          language_of = languages.by_script(language, article),
        })
    end
    if options.base then
      -- Loaded where there is a base alone: most runs have none.
      local application = require "application"
      local lookup_language = language or article.language or ibid.language(article.text)
      result.base = application.of(article, options.base, lookup_language, {
        terms = all, origins = found.origins, has_positions = options.positions,
      }, list)
    end
    if ibid.can_write() then
      result.text = report.text(result)
      if has_terms(result) then
        -- Programs know both editions of TBX by one ending; both may be in one folder.
        local ending = options.format == "tbx2" and "v2.tbx" or options.format
        local name = file_name(article.path, ".glossary." .. ending)
        ibid.write_file(name, exchange[options.format](article, result))
      end
    else
      result.text = text_of(article, result, options.format)
    end
    return result
  end,

  merge = corpus.merge,

  finish = function(total, options)
    local result = corpus.finish(total)
    result.text = text_of({ path = "a corpus" }, result, options.format)
    return result
  end,
}
