-- A glossary as lines for people and as a table for spreadsheets.

local report = {}

local function lines_of(term)
  if not term.places then
    return ("%d in %d article%s"):format(
      term.count, #term.articles, #term.articles == 1 and "" or "s")
  end
  local shown = table.concat(term.places, ", ", 1, math.min(5, #term.places))
  return (#term.places == 1 and "line " or "lines ") .. shown .. (#term.places > 5 and ", …" or "")
end

local names = {
  ["term-forbidden"] = "forbidden", ["term-differs"] = "other than in the base",
  ["term-inconsistent"] = "translated in two ways", ["term-varies"] = "named in two ways",
  ["term-status-unknown"] = "with a status that is not known",
}

local order = {
  "term-forbidden", "term-differs", "term-inconsistent", "term-varies", "term-status-unknown",
}

-- What a term base says of the article or the corpus.
local function add_base(lines, base)
  lines[#lines + 1] = ("term base: %d of %d concepts (%g %%), %d occurrence%s"):format(
    base.found, base.concepts, base.coverage, base.occurrences, base.occurrences == 1 and "" or "s")
  for _, use in ipairs(base.used) do
    local where = use.lines and lines_of { places = use.lines }
      or ("in %d article%s"):format(use.articles, use.articles == 1 and "" or "s")
    lines[#lines + 1] = ("  %d × %s%s, %s"):format(
      use.count, use.term, use.status == "forbidden" and " (forbidden)" or "", where)
  end
  for _, code in ipairs(order) do
    if base.findings[code] then
      lines[#lines + 1] = ("  %s: %d"):format(names[code], base.findings[code])
    end
  end
  if base.unknown_statuses then
    lines[#lines + 1] = "  unknown statuses in the base: "
      .. table.concat(base.unknown_statuses, ", ")
  end
end

-- A line for each term, and one for each term with two translations.
function report.text(result)
  local lines = {}
  for _, term in ipairs(result.terms) do
    local spelling = term.transliteration and " [" .. term.transliteration .. "]" or ""
    lines[#lines + 1] = ("%s%s → %s (%s)"):format(
      term.source, spelling, term.target, lines_of(term))
  end
  for _, conflict in ipairs(result.conflicts) do
    lines[#lines + 1] = ("two ways: %s → %s"):format(
      conflict.source, table.concat(conflict.targets, " | "))
  end
  for _, candidate in ipairs(result.candidates or {}) do
    lines[#lines + 1] = ("candidate: %s (%d ×, %s)"):format(
      candidate.source, candidate.count, lines_of(candidate))
  end
  if #lines == 0 and not result.base then lines[1] = "no terms" end
  if result.base then add_base(lines, result.base) end
  return table.concat(lines, "\n")
end

-- Comma-separated values with a header.
function report.csv(result)
  local header = {
    "kind", "source", "source_script", "target", "target_script", "count", "lines",
    "source_language", "target_language",
  }
  local rows = { header }
  for _, term in ipairs(result.terms) do
    rows[#rows + 1] = {
      term.kind, term.source, term.source_script or "", term.target, term.target_script or "",
      tostring(term.count), table.concat(term.places, " "), term.source_language,
      term.target_language,
    }
  end
  for _, candidate in ipairs(result.candidates or {}) do
    rows[#rows + 1] = {
      "candidate", candidate.source, candidate.source_script or "", "", "",
      tostring(candidate.count), table.concat(candidate.places, " "), candidate.source_language, "",
    }
  end
  return ibid.csv.encode(rows)
end

return report
