-- Each table as a file of comma-separated values (RFC 4180), polls among them.

local tables = {}

local function grid_of(node)
  local rows = {}
  if node.header then rows[1] = node.header:totable() end
  for _, row in ipairs(node.rows) do rows[#rows + 1] = row:totable() end
  return rows
end

local function grid_of_poll(node)
  local rows = { { "answer", "votes", "percent" } }
  for _, option in ipairs(node.options) do
    rows[#rows + 1] = {
      option.label, option.votes and tostring(option.votes) or "",
      option.percent and ("%g"):format(option.percent) or "",
    }
  end
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
