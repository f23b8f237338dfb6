-- The figures as lines for people.

local report = {}

local concat, format = table.concat, string.format

-- The counts below a thousand as text, as far as they have been asked for: to make one takes longer
-- than to put it into a line.
local small = {}

local function decimal(count)
  local text = small[count]
  if text then return text end
  text = tostring(count)
  if count < 1000 then small[count] = text end
  return text
end

-- 12345 → "12,345"; most counts are below a thousand and stay as they are.
local function grouped(count)
  if count < 1000 then return decimal(count) end
  local digits = tostring(count)
  local head = #digits % 3
  local text = digits:sub(1, head) .. digits:sub(head + 1):gsub("%d%d%d", ",%0")
  return (text:gsub("^,", ""))
end

-- "3 tables", "1 table"; nothing where there are none.
local function some(count, noun)
  if not count or count == 0 then return nil end
  if count == 1 then return "1 " .. noun end
  return grouped(count) .. " " .. noun .. "s"
end

-- The parts of the line that is being written. One table for all lines: one that grows is laid out
-- anew again and again.
local parts = {}

-- Adds a part to the `count` that there are, if there is one; returns how many there are then.
local function put(count, part)
  if not part then return count end
  parts[count + 1] = part
  return count + 1
end

-- The line of so many parts, if there are any.
local function line_of(count)
  return count > 0 and concat(parts, ", ", 1, count) or nil
end

-- Adds a line, if there is one.
local function add(lines, line)
  if line then lines[#lines + 1] = line end
end

-- The indices in the order in which people know them, and how they are told.
local indices = {
  { "flesch", "Flesch reading ease %.1f" }, { "flesch_kincaid", "Flesch–Kincaid grade %.1f" },
  { "gunning_fog", "Gunning fog %.1f" }, { "smog", "SMOG %.1f" },
  { "coleman_liau", "Coleman–Liau %.1f" }, { "ari", "ARI %.1f" },
  { "dale_chall", "Dale–Chall %.1f" },
  { "wiener_sachtextformel", "Wiener Sachtextformel %.1f" },
  { "szigriszt_pazos", "Szigriszt-Pazos %.1f" }, { "gulpease", "Gulpease %.1f" },
  { "lix", "LIX %.1f" },
}

local function readability(found)
  local count = 0
  for place = 1, #indices do
    local index = indices[place]
    local value = found[index[1]]
    if value then
      count = count + 1
      parts[count] = format(index[2], value)
    end
  end
  return line_of(count)
end

local function names_of(terms)
  for place = 1, #terms do
    local entry = terms[place]
    parts[place] = entry.term .. " " .. decimal(entry.count)
  end
  return line_of(#terms)
end

-- Eight steps to a character.
local eighths = { "▏", "▎", "▍", "▌", "▋", "▊", "▉" }

-- A bar of at most `width` characters for a share from 0 to 1.
local function bar(share, width)
  local steps = math.floor(share * width * 8 + 0.5)
  return ("█"):rep(steps // 8) .. (eighths[steps % 8] or "")
end

-- One line a section: its words as number and bar, its index, its title under its level.
local function add_sections(lines, sections)
  local most = 1
  for _, section in ipairs(sections) do most = math.max(most, section.words) end
  for _, section in ipairs(sections) do
    local length = bar(section.words / most, 20)
    local index = section.readability.flesch or section.readability.lix
    lines[#lines + 1] = ("%8s %s%s %6s  %s%s"):format(
      grouped(section.words), length, (" "):rep(20 - utf8.len(length)),
      index and ("%.1f"):format(index) or "", ("  "):rep(math.max(0, section.level - 1)),
      section.title or "(before the first heading)")
  end
end

local function prose(counts, articles)
  local count = put(0, articles)
  count = put(count, some(counts.words, "word") or "no words")
  count = put(count, some(counts.sentences, "sentence"))
  count = put(count, some(counts.paragraphs, "paragraph"))
  return line_of(put(count, format(
    "%.1f minutes to read, %.1f to speak", counts.reading_minutes, counts.speaking_minutes)))
end

-- The units that are told where there are any, and how one of them is called.
local nouns = {
  { "headings", "heading" }, { "footnotes", "footnote" }, { "references", "reference" },
  { "tables", "table" }, { "cells", "cell" }, { "polls", "poll" }, { "votes", "vote" },
  { "links", "link" },
}

local function units(counts)
  local count = 0
  for place = 1, #nouns do
    local unit = nouns[place]
    local number = counts[unit[1]]
    if number and number > 0 then
      count = count + 1
      parts[count] = some(number, unit[2])
    end
  end
  return line_of(count)
end

local function vocabulary(counts)
  local count = put(0, some(counts.types, "different word"))
  local ratio, diversity = counts.type_token_ratio, counts.mtld
  count = put(count, ratio and format("type–token ratio %.2f", ratio))
  return line_of(put(count, diversity and format("MTLD %.1f", diversity)))
end

-- A few lines: prose, parts, vocabulary, readability, terms, sections.
function report.of(counts)
  local lines = {}
  add(lines, prose(counts))
  add(lines, units(counts))
  add(lines, vocabulary(counts))
  add(lines, readability(counts.readability))
  add(lines, names_of(counts.terms))
  if counts.phrases then add(lines, names_of(counts.phrases)) end
  if counts.sections then add_sections(lines, counts.sections) end
  return concat(lines, "\n")
end

-- --- a corpus

local spreads = {
  { "words", "words" }, { "sentences", "sentences" }, { "footnotes", "footnotes" },
  { "references", "references" }, { "type_token_ratio", "type–token ratio" }, { "mtld", "MTLD" },
  { "flesch", "Flesch" }, { "lix", "LIX" },
}

local function add_distribution(lines, distribution)
  lines[#lines + 1] = ("%-17s%10s%10s%10s%10s%10s%10s"):format(
    "an article has", "least", "quartile", "median", "quartile", "most", "mean")
  for _, row in ipairs(spreads) do
    local found = distribution[row[1]]
    if found then
      -- `–` is three bytes, which padding counts as three columns.
      local name = row[2] .. (" "):rep(17 - utf8.len(row[2]))
      lines[#lines + 1] = name .. ("%10.5g%10.5g%10.5g%10.5g%10.5g%10.5g"):format(
        found.least, found.lower, found.median, found.upper, found.most, found.mean)
    end
  end
end

local function add_rows(lines, rows, articles)
  lines[#lines + 1] = ("%10s%11s%11s%8s%8s  %s"):format(
    "words", "sentences", "footnotes", "Flesch", "LIX", "article: its own words")
  for place, row in ipairs(rows) do
    if place > 50 then break end
    local function index(value) return value and ("%.1f"):format(value) or "" end
    local own = concat(row.key_terms, ", ")
    lines[#lines + 1] = ("%10s%11s%11s%8s%8s  %s%s"):format(
      grouped(row.words), grouped(row.sentences), grouped(row.footnotes), index(row.flesch),
      index(row.lix), row.path, own ~= "" and ": " .. own or "")
  end
  local more = articles - math.min(#rows, 50)
  if more > 0 then lines[#lines + 1] = ("… and %s more"):format(some(more, "article")) end
end

-- The sums, the distribution, the terms, a line an article.
function report.of_corpus(counts, options)
  local lines = {}
  add(lines, prose(counts, some(counts.articles, "article")))
  add(lines, units(counts))
  add(lines, readability(counts.readability))
  local terms = {}
  for place, entry in ipairs(counts.terms) do
    terms[place] = ("%s %d in %d"):format(entry.term, entry.count, entry.articles)
  end
  if #terms > 0 then
    lines[#lines + 1] = ("of the %d most frequent terms of each article: %s"):format(
      options.index, concat(terms, ", "))
  end
  if counts.articles > 1 then
    lines[#lines + 1] = ""
    add_distribution(lines, counts.distribution)
    lines[#lines + 1] = ""
    add_rows(lines, counts.rows, counts.articles)
  end
  return concat(lines, "\n")
end

return report
