---@meta
-- The API of ibid, for lua-language-server.

---@alias ibid.unit "words"|"sentences"|"syllables"|"characters"|"paragraphs"|"headings"|"footnotes"|"references"|"links"|"tables"|"rows"|"cells"|"polls"|"votes"|"quotes"|"pull_quotes"|"lists"|"items"|"figures"|"captions"|"blocks"|"lines"

---@class ibid.match
---@field node ibid.node
---@field first integer
---@field last integer

---@class ibid.passage
---@field text string
---@field node ibid.node
---@field line integer

---@class ibid.occurrence
---@field term integer
---@field first integer
---@field last integer

---@class ibid.frequency
---@field term string
---@field count integer

---@class ibid.frequencies
---@field top integer?
---@field stopwords boolean?
---@field minimum integer?

---@class ibid.measure
---@field include ibid.collection<string>?
---@field language string?
---@field top integer?
---@field stopwords boolean?
---@field minimum integer?
---@field phrases integer?
---@field units ibid.collection<string>?
---@field index integer?

---@class ibid.measures
---@field words integer
---@field sentences integer
---@field characters integer
---@field visible_characters integer
---@field letters integer
---@field syllables integer
---@field monosyllables integer
---@field polysyllables integer
---@field long_words integer
---@field unfamiliar_words integer
---@field hard_words integer
---@field tokens integer
---@field types integer
---@field hapaxes integer
---@field diversity number?
---@field terms ibid.collection<ibid.frequency>
---@field phrases ibid.collection<ibid.frequency>?
---@field index table<string, integer>?
---@field paragraphs integer?
---@field headings integer?
---@field footnotes integer?
---@field references integer?
---@field links integer?
---@field tables integer?
---@field rows integer?
---@field cells integer?
---@field polls integer?
---@field votes integer?
---@field quotes integer?
---@field pull_quotes integer?
---@field lists integer?
---@field items integer?
---@field figures integer?
---@field captions integer?
---@field blocks integer?
---@field lines integer?

---@class ibid.edits
---@field drop ibid.collection<ibid.node>?
---@field replace table<ibid.node, string>?
---@field before table<ibid.node, string>?
---@field after table<ibid.node, string>?

---@class ibid.finding
---@field message string
---@field code string?
---@field level string?
---@field node ibid.node?
---@field line integer?
---@field column integer?

--- A heading.
---@class ibid.heading : ibid.node
---@field level integer The level, from 1 to 6.

--- A paragraph of running text, a lead or a byline.
---@class ibid.paragraph : ibid.node
---@field role string The part it plays: `body`, `lead` or `byline`.

--- A line that repeats words of a paragraph to catch the eye.
---@class ibid.pull_quote : ibid.node
---@field of ibid.node? The paragraph whose words it repeats.

--- A bulleted or numbered list.
---@class ibid.list : ibid.node
---@field ordered boolean Whether the items are numbered.
---@field start integer? The first number of a numbered list.
---@field items ibid.collection<ibid.item> The items.

--- An item of a list.
---@class ibid.item : ibid.node
---@field checked boolean? Whether a task is ticked; nothing for an item without a box.

--- A quotation set apart.
---@class ibid.quote : ibid.node

--- A block of code.
---@class ibid.code : ibid.node

--- A picture or drawing.
---@class ibid.figure : ibid.node

--- The caption of a figure, a table or the article's picture.
---@class ibid.caption : ibid.node
---@field of ibid.node? What it describes; nothing for the article's own picture.

--- A table with its label, caption, header and rows.
---@class ibid.table : ibid.node
---@field label string? The label: `Table 1`.
---@field caption string? The caption, without the label.
---@field header ibid.collection<string>? The texts of the header row.
---@field rows ibid.collection<ibid.collection<string>> The rows below the header, each a list of texts.
---@field row_count integer The number of rows below the header.
---@field column_count integer The number of cells in the longest row.
local _table = {}

--- The text of a cell, the header being row 0; nothing where the row has no such cell.
---@param row integer
---@param column integer
---@return string?
function _table:cell(row, column) end

--- The styled pieces of a cell's text and the references in it; empty when the text is all plain.
---@param row integer
---@param column integer
---@return ibid.collection<ibid.run>?
function _table:cell_runs(row, column) end

--- A reader poll: a question, its answers and their votes.
---@class ibid.poll : ibid.node
---@field question string The question.
---@field options ibid.collection<ibid.option> The answers.
---@field total integer? All votes: as the page says, else the sum.
---@field consistent boolean Whether votes, percentages and total agree.

--- The definition of a footnote.
---@class ibid.footnote : ibid.node
---@field number integer? The number; nothing where the label is a letter or a sign.
---@field label string The label without brackets: `12`, `a`, `*`.
---@field references ibid.collection<ibid.reference> The places that cite it.
---@field urls ibid.collection<string> The web addresses in its text.
---@field antecedent ibid.footnote? The footnote that an *Ibid.* or *Op. cit.* points to.

--- A piece of the page that is not the article: ratings, sharing, navigation.
---@class ibid.boilerplate : ibid.node
---@field why string What it is: `rating`, `share`, `navigation`, …

--- What every block, footnote and piece of boilerplate has.
---@class ibid.node
---@field kind string What the node is: `paragraph`, `heading`, `table`, …
---@field text string The text without markers, with single spaces.
---@field source string The exact bytes of the source.
---@field line integer The line of the first byte, from 1.
---@field column integer The column of the first byte, in Unicode scalars from 1.
---@field last_line integer The line of the last byte.
---@field byte_offset integer The first byte in the source, from 0.
---@field byte_count integer The number of bytes in the source.
---@field index integer The node's number in the article, from 1.
---@field next ibid.node? The sibling after it.
---@field previous ibid.node? The sibling before it.
---@field parent ibid.node? The node that it is inside.
---@field children ibid.collection<ibid.node> The nodes directly inside it.
---@field section ibid.heading? The heading that it stands under.
---@field references ibid.collection<ibid.reference> The footnote references in its text.
---@field runs ibid.collection<ibid.run> The styled pieces of its text; none when all of it is plain.
---@field sentences ibid.collection<string> The sentences of its text.
---@field words ibid.collection<string> The words of its text.
---@field reason string Why the reader took the lines for this kind.
local _node = {}

--- How many words, sentences, … its text and the nodes inside it have.
---@param unit ibid.unit
---@return integer
function _node:count(unit) end

--- An article as ibid understood it; it never changes.
---@class ibid.article
---@field path string The path or identifier that the article was read from.
---@field format string The format that it was read as: `text`, `markdown` or `html`.
---@field title string? The title.
---@field subtitle string? The line below the title.
---@field series string? The column or blog named above the title.
---@field authors ibid.collection<ibid.author> Who wrote the article.
---@field date string? The date of publication in ISO 8601, as precise as the page gives it.
---@field language string? The language as an ISO 639-1 code.
---@field front_matter ibid.collection<ibid.front_matter> Which source lines gave the metadata.
---@field text string The running text: headings, paragraphs, items, quotes, captions and code, a blank line between them.
---@field source string The source as UTF-8; byte offsets count in it.
---@field line_count integer The number of lines in the source.
---@field blocks ibid.collection<ibid.node> The blocks at the top level, in document order.
---@field paragraphs ibid.collection<ibid.paragraph> All paragraphs, those inside other blocks included.
---@field headings ibid.collection<ibid.heading> All headings.
---@field sections ibid.collection<ibid.section> The article cut at its headings.
---@field tables ibid.collection<ibid.table> All tables.
---@field polls ibid.collection<ibid.poll> All polls.
---@field poll ibid.poll? The first poll.
---@field quotes ibid.collection<ibid.quote> All quotations set apart, without pull quotes.
---@field pull_quotes ibid.collection<ibid.pull_quote> All pull quotes.
---@field captions ibid.collection<ibid.caption> All captions.
---@field lists ibid.collection<ibid.list> All lists, nested ones included.
---@field figures ibid.collection<ibid.figure> All figures.
---@field footnotes ibid.collection<ibid.footnote> The definitions of footnotes, in their order.
---@field references ibid.collection<ibid.reference> The places that cite footnotes, in document order.
---@field boilerplate ibid.collection<ibid.boilerplate> What the page has beside the article.
---@field diagnostics ibid.collection<ibid.diagnostic> What looks wrong or doubtful.
local _article = {}

--- How many words, sentences, footnotes, … the article has; texts are counted in `text`.
---@param unit ibid.unit
---@return integer
function _article:count(unit) end

--- Calls `visit` for each block in document order, parents first; `false` skips what is inside.
---@param visit fun(node: ibid.node, depth: integer): boolean?
function _article:walk(visit) end

--- Where a text occurs in the texts of blocks and footnotes; a match has `node`, `first` and `last` (bytes of `node.text`).
---@param text string
---@return ibid.collection<ibid.match>
function _article:find(text) end

--- The most frequent terms of `text` as `{term, count}`; settings are `top` (10), `stopwords` (true leaves them out; false keeps them) and `minimum` (least letters, 2).
---@param settings? ibid.frequencies
---@return ibid.collection<ibid.frequency>
function _article:frequencies(settings) end

--- Counts its texts in one pass: words, sentences, syllables, letters, types, diversity (MTLD), most frequent terms, phrases; `include` names the texts (`{ "body" }`), `units` what else to count, as `count` does, `index` how many terms to count by their spelling.
---@param settings? ibid.measure
---@return ibid.measures
function _article:measure(settings) end

--- The texts of the nodes of these kinds in reading order, the notes last, each text once: of a `table` its caption and cells; as `{text, node, line}`. `marks`: only those in which one of up to 16 strings stands.
---@param kinds ibid.collection<string>
---@param marks? ibid.collection<string>
---@return ibid.collection<ibid.passage>
function _article:passages(kinds, marks) end

--- A new article from the changed source: `drop` lists nodes that go, `replace`, `before` and `after` give nodes the text that takes their place or stands beside them. Nodes, references and front matter can be named; this article stays as it is.
---@param edits ibid.edits
---@return ibid.article
function _article:edit(edits) end

--- Adds a finding to the record: `message`, `code`, `level` (`info`, `warning`, `error`), and `node` or `line` and `column`.
---@param finding ibid.finding
function _article:report(finding) end

--- A heading with the blocks below it, up to the next heading.
---@class ibid.section
---@field heading ibid.heading? The heading; nothing for what stands before the first.
---@field title string? The text of the heading.
---@field level integer The level of the heading; 0 before the first.
---@field blocks ibid.collection<ibid.node> The blocks below the heading.
local _section = {}

--- Counts the texts of its heading and blocks in one pass, as `article:measure` does.
---@param settings? ibid.measure
---@return ibid.measures
function _section:measure(settings) end

--- A place that cites a footnote.
---@class ibid.reference
---@field number integer? The number; nothing where the label is a letter or a sign.
---@field label string The label without brackets.
---@field node ibid.node The node that it stands in.
---@field footnote ibid.footnote? The footnote that it cites; nothing when no definition exists.
---@field line integer The line of the marker, from 1.
---@field column integer The column of the marker, in Unicode scalars from 1.
---@field byte_offset integer The marker's first byte in the source, from 0.
---@field byte_count integer The number of bytes of the marker.

--- A piece of a text in one style.
---@class ibid.run
---@field kind string The style: `text`, `emphasis`, `strong`, `code`, `link`, `deletion` or `reference`.
---@field styles ibid.collection<string> All its styles, the most specific first.
---@field text string The text.
---@field href string? A link's target.
---@field reference ibid.reference? The reference that stands here.

--- An answer of a poll.
---@class ibid.option
---@field label string The answer.
---@field votes integer? The number of votes; nothing where the page gives only a percentage.
---@field percent number? The share from 0 to 100; nothing where the page gives only votes.

--- A person or organisation that wrote the article.
---@class ibid.author
---@field name string? The name.
---@field about string? What the page says of the author.

--- The source line that gave a field of the article's metadata.
---@class ibid.front_matter
---@field field string The field: `title`, `date`, `authors`, …
---@field line integer The line, from 1.
---@field byte_offset integer The first byte in the source, from 0.
---@field byte_count integer The number of bytes.

--- Something about the article that looks wrong or doubtful.
---@class ibid.diagnostic
---@field code string What is wrong, as a stable code: `footnote-undefined`, …
---@field severity string How much it matters: `info`, `warning` or `error`.
---@field message string One sentence for people.
---@field line integer The line, from 1.
---@field column integer The column, in Unicode scalars from 1.

--- A list: `#`, `[1]`, `ipairs`, and the methods below.
---@class ibid.collection<T>: { [integer]: T }
local _collection = {}

--- The elements for which `keep` is true.
---@param keep fun(element: any): boolean?
---@return ibid.collection<any>
function _collection:filter(keep) end

--- What `change` gives for each element, without nothings.
---@param change fun(element: any): any
---@return ibid.collection<any>
function _collection:map(change) end

--- The elements in a plain table.
---@return table
function _collection:totable() end

--- Terms that can be found in texts, in any case, width and inflection.
---@class ibid.matcher
local _matcher = {}

--- Where terms occur in a text, in order and without overlaps, the longest that begins first; an occurrence has `term` (its number in the list), `first` and `last` (bytes of the text).
---@param text string
---@return ibid.collection<ibid.occurrence>
function _matcher:find(text) end

--- Texts as vectors of their terms, weighed by how often each occurs and how few of the texts have it (tf-idf).
---@class ibid.vectors
local _vectors = {}

--- How many words each text has.
---@return ibid.collection<integer>
function _vectors:words() end

--- The terms of a text in the order of their first occurrence: words without case, cut to six letters so that inflected forms meet, without stop words and numbers.
---@param text integer
---@return ibid.collection<string>
function _vectors:terms(text) end

--- The cosine of two texts: 0 where they share no term, 1 where they say the same.
---@param text integer
---@param other integer
---@return number
function _vectors:likeness(text, other) end

--- For each text its product with the sum of all, each times its factor: without factors its likeness to all of them together. A ranking needs no matrix so.
---@param factors? ibid.collection<number>
---@return ibid.collection<number>
function _vectors:products(factors) end

--- For each text the length of the part of its vector that falls on the terms of another text, from 0 to 1: how well it answers a query.
---@param text string
---@return ibid.collection<number>
function _vectors:overlaps(text) end

--- What a plugin's file returns.
---@class ibid.plugin
---@field name string The plugin's name: lower-case letters, digits, `-`, `_`.
---@field version string? Its version: `1.0.0`.
---@field since string? The version of ibid that it needs.
---@field summary string? One sentence that says what it does.
---@field categories ibid.collection<string>? Words to find it by.
---@field options table<string, ibid.option_declaration>? What `--set` can set, by name.
---@field reads ibid.collection<string>? Files in its folder that `ibid.read_file` may read.
---@field writes boolean? Whether `ibid.write_file` is allowed.
---@field result (fun())? What `article` returns, for programs that keep results in columns.
---@field article fun(article: ibid.article, options: table): any Called once per article; its result goes into the record.
---@field merge (fun(a: any, b: any): any)? Makes one result of two; the order of merging is not fixed.
---@field finish (fun(total: any, options: table): any)? Called once on the merged result.

--- An option of a plugin.
---@class ibid.option_declaration
---@field type "string"|"integer"|"number"|"boolean"|"list"|"file" The type of its values; that of a `file` is its text.
---@field default any The value where the user gives none.
---@field min number? The least number, length or count; of a file, bytes.
---@field max number? The greatest number, length or count; of a file, bytes.
---@field choices ibid.collection<string>? The values that are allowed.
---@field doc string? One sentence that says what it does.

---@class ibid
ibid = { json = {}, csv = {} }

--- The words of a text (UAX #29); without a language it is detected.
---@param text string
---@param language? string
---@return ibid.collection<string>
function ibid.words(text, language) end

--- The sentences of a text; without a language it is detected.
---@param text string
---@param language? string
---@return ibid.collection<string>
function ibid.sentences(text, language) end

--- How many words, sentences, syllables or characters a text has.
---@param text string
---@param unit ibid.unit
---@param language? string
---@return integer
function ibid.count(text, unit, language) end

--- Counts a text in one pass, as `article:measure` does; `language` is a setting.
---@param text string
---@param settings? ibid.measure
---@return ibid.measures
function ibid.measure(text, settings) end

--- The language of a text as an ISO 639-1 code.
---@param text string
---@return string?
function ibid.language(text) end

--- The text in Unicode normalisation form NFKC.
---@param text string
---@return string
function ibid.normalise(text) end

--- The text without differences of case, for comparing.
---@param text string
---@return string
function ibid.fold(text) end

--- What finds terms in texts: neither case nor width, hyphens or inflections of the language make a difference; without a language, words stand as they are. Terms in capitals keep their case.
---@param terms ibid.collection<string>
---@param language? string
---@return ibid.matcher
function ibid.matcher(terms, language) end

--- Makes vectors of texts, for ranking sentences or finding what says the same; the stop words are those of the language (English without one).
---@param texts ibid.collection<string>
---@param language? string
---@return ibid.vectors
function ibid.vectors(texts, language) end

--- The word without case and endings, by Snowball's algorithm for the language (English without one); without endings left out where there is none.
---@param word string
---@param language? string
---@return string
function ibid.stem(word, language) end

--- How many syllables a word has.
---@param word string
---@param language? string
---@return integer
function ibid.syllables(word, language) end

--- Whether a word carries little meaning in a language (English without one).
---@param word string
---@param language? string
---@return boolean
function ibid.is_stopword(word, language) end

--- Reads an article from text in the format `text`, `markdown` or `html`.
---@param format string
---@param text string
---@return ibid.article
function ibid.read(format, text) end

--- The text of a file that the manifest names in `reads`.
---@param name string
---@return string
function ibid.read_file(name) end

--- Asks for a file below the output folder; the manifest must say `writes = true`.
---@param name string
---@param text string
function ibid.write_file(name, text) end

--- Whether the run has an output folder, so that `write_file` has a place to write to.
---@return boolean
function ibid.can_write() end

--- Prints its arguments to the log, as `print` does.
---@param ... any
function ibid.log(...) end

--- Opens a prompt here, where `ibid run -j 1` has a terminal; `true` when it did.
---@return boolean
function ibid.prompt() end

--- Makes a table a list with `filter` and `map`; an empty one is `[]` in JSON.
---@param elements? table
---@return ibid.collection<any>
function ibid.list(elements) end

--- Marks data as a chart for the report and the terminal: `kind` (`bar`, `line`, `histogram`, `scatter`), `title`, `x`, `y`, `bins`, and `data` (numbers, or pairs of a label or number and a number) or `series` (each with `name` and `data`).
---@param chart table
---@return table
function ibid.chart(chart) end

--- Marks rows as a table for the report and the terminal: `title`, `header`, `rows`.
---@param table table
---@return table
function ibid.table(table) end

--- The value as JSON text with sorted keys.
---@param value any
---@return string
function ibid.json.encode(value) end

--- The value that JSON text holds.
---@param text string
---@return any
function ibid.json.decode(text) end

--- Rows as comma-separated text (RFC 4180).
---@param rows ibid.collection<ibid.collection<string>>
---@param separator? string
---@return string
function ibid.csv.encode(rows, separator) end

--- The rows of comma-separated text.
---@param text string
---@param separator? string
---@return ibid.collection<ibid.collection<string>>
function ibid.csv.decode(text, separator) end
