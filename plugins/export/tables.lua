-- Each table as a file of comma-separated values (RFC 4180), polls among them.

local polls = require "polls"

local tables = {}

-- Every row has as many cells as the widest, which readers of CSV ask for (RFC 4180, section 2).
local function grid_of(node)
  local rows = {}
  local function add(row)
    local cells = row:totable()
    for column = #cells + 1, node.column_count do cells[column] = "" end
    rows[#rows + 1] = cells
  end
  if node.header then add(node.header) end
  for _, row in ipairs(node.rows) do add(row) end
  return rows
end

local function grid_of_poll(node)
  local rows = polls.rows(node)
  for _, row in ipairs(rows) do row[3] = row[3]:gsub("%%$", "") end
  table.insert(rows, 1, { "answer", "votes", "percent" })
  return rows
end

-- A list of `{ending, text}`: `.table-1.csv`, …, `.poll-1.csv`, …
function tables.csv(article)
  local files = {}
  for number, node in ipairs(article.tables) do
    files[#files + 1] = { (".table-%d.csv"):format(number), ibid.csv.encode(grid_of(node)) }
  end
  for number, node in ipairs(article.polls) do
    files[#files + 1] = { (".poll-%d.csv"):format(number), ibid.csv.encode(grid_of_poll(node)) }
  end
  return files
end

return tables
