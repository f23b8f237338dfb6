-- The figures of one article or section.

local readability = require "readability"

local figures = {}

-- What is counted in the structure, under the API's own names.
figures.units = {
  "paragraphs", "headings", "footnotes", "references", "links", "lists", "quotes", "tables", "rows",
  "cells", "polls", "votes",
}

-- What is counted in the texts.
figures.measures = {
  "words", "sentences", "characters", "visible_characters", "letters", "syllables",
  "monosyllables", "polysyllables", "long_words", "unfamiliar_words", "hard_words", "tokens",
}

-- Two decimals: more would be noise, and the same on every machine.
function figures.rounded(number) return number and (number * 100 + 0.5) // 1 / 100 end

local rounded = figures.rounded

-- Adds what follows from counts, of one article or of the sum of many.
function figures.derive(counts, options)
  counts.reading_minutes = rounded(counts.words / options.wpm)
  counts.speaking_minutes = rounded(counts.words / options.spoken_wpm)
  counts.readability = readability(counts, counts.language, rounded)
  counts.flesch = counts.readability.flesch
  if counts.footnotes and counts.footnotes > 0 then
    counts.citations_per_footnote = rounded(counts.references / counts.footnotes)
  end
  return counts
end

-- The measures of texts, with what follows from them.
function figures.of_text(measured, language)
  measured.language = language
  if measured.tokens > 0 then
    measured.type_token_ratio = rounded(measured.types / measured.tokens)
  end
  measured.mtld, measured.diversity = rounded(measured.diversity), nil
  return measured
end

-- What `measure` is asked for: of articles units and an index of terms as well.
local function settings(options, units, index)
  return {
    include = options.include, stopwords = options.stopwords, top = options.top,
    phrases = options.phrases, units = units, index = index,
  }
end

-- All figures of an article.
function figures.of_article(article, options)
  local wanted, language = settings(options, figures.units, options.index), article.language
  local counts = figures.of_text(article:measure(wanted), language)
  counts.index = counts.index or {}
  return figures.derive(counts, options)
end

-- The figures of each section: a list of tables with its `title`, `level` and `line`.
function figures.of_sections(article, options)
  local sections = ibid.list {}
  for place, section in ipairs(article.sections) do
    local counts = section:measure(settings(options))
    figures.of_text(counts, article.language)
    figures.derive(counts, options)
    counts.title, counts.level, counts.language = section.title, section.level, nil
    counts.line = section.heading and section.heading.line or section.blocks[1].line
    sections[place] = counts
  end
  return sections
end

return figures
