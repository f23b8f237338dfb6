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

-- A line for each term, and one for each term with two translations.
function report.text(result)
  local lines = {}
  for _, term in ipairs(result.terms) do
    lines[#lines + 1] = ("%s → %s (%s)"):format(term.source, term.target, lines_of(term))
  end
  for _, conflict in ipairs(result.conflicts) do
    lines[#lines + 1] = ("two ways: %s → %s"):format(
      conflict.source, table.concat(conflict.targets, " | "))
  end
  if #lines == 0 then return "no terms" end
  return table.concat(lines, "\n")
end

-- Comma-separated values with a header.
function report.csv(result)
  local header = { "kind", "source", "source_script", "target", "target_script", "count", "lines" }
  local rows = { header }
  for _, term in ipairs(result.terms) do
    rows[#rows + 1] = {
      term.kind, term.source, term.source_script or "", term.target, term.target_script or "",
      tostring(term.count), table.concat(term.places, " "),
    }
  end
  return ibid.csv.encode(rows)
end

return report
