-- The main figures as lines for people.

local report = {}

-- 12345.6 → "12,346"
local function grouped(number)
  local digits = tostring(math.floor(number + 0.5))
  local head = #digits % 3
  local text = digits:sub(1, head) .. digits:sub(head + 1):gsub("%d%d%d", ",%0")
  return (text:gsub("^,", ""))
end

-- "3 tables", "1 table"; nothing where there are none.
local function some(count, noun)
  if not count or count == 0 then return nil end
  return grouped(count) .. " " .. noun .. (count == 1 and "" or "s")
end

-- Adds to `lines` what there is of `parts` (a list with holes, its length in `n`).
local function add(lines, parts)
  local present = {}
  for index = 1, parts.n do present[#present + 1] = parts[index] end
  if #present > 0 then lines[#lines + 1] = table.concat(present, ", ") end
end

-- Two or three lines: prose, parts, terms.
function report.of(counts)
  local lines = {}
  add(lines, table.pack(
    some(counts.articles, "article"), some(counts.words, "word") or "no words",
    some(counts.sentences, "sentence"), some(counts.paragraphs, "paragraph"),
    ("%.1f minutes"):format(counts.reading_minutes),
    counts.flesch and ("Flesch %.0f"):format(counts.flesch)))
  add(lines, table.pack(
    some(counts.headings, "heading"), some(counts.footnotes, "footnote"),
    some(counts.references, "reference"), some(counts.tables, "table"), some(counts.cells, "cell"),
    some(counts.polls, "poll"), some(counts.votes, "vote"), some(counts.links, "link")))
  local terms = {}
  for index, entry in ipairs(counts.terms) do
    terms[index] = entry.term .. " " .. (entry.count or entry.articles)
  end
  add(lines, table.pack(table.unpack(terms)))
  return table.concat(lines, "\n")
end

return report
