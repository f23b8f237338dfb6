-- Each poll as a bar chart in SVG 1.1, readable without colours, with a title for screen readers.

local lines_of = require "line_breaks"
local xml = require "xml"

local escaped = xml.escaped

local width, bar_height, line_height, margin = 640, 22, 20, 16

-- The share of an answer, from 0 to 100: as the page has it, else from the votes.
local function share_of(option, total)
  if option.percent then return option.percent end
  if option.votes and total and total > 0 then return 100 * option.votes / total end
  return nil
end

local function figures_of(option, share)
  local parts = {}
  if option.votes then parts[1] = tostring(option.votes) end
  if share then parts[#parts + 1] = ("%.3g%%"):format(share) end
  return table.concat(parts, " · ")
end

local function chart(poll, number)
  local parts, y = {}, margin
  local function write(text, x, size, weight)
    y = y + line_height
    parts[#parts + 1] = ('<text x="%d" y="%d" font-size="%d"%s>%s</text>'):format(
      x, y, size, weight and ' font-weight="bold"' or "", escaped(text))
  end
  for _, line in ipairs(lines_of(poll.question, 64)) do write(line, margin, 16, true) end
  for _, option in ipairs(poll.options) do
    local share = share_of(option, poll.total)
    y = y + 8
    for _, line in ipairs(lines_of(option.label, 80)) do write(line, margin, 13) end
    local length = (share or 0) / 100 * (width - 2 * margin - 120)
    parts[#parts + 1] = ('<rect x="%d" y="%d" width="%.1f" height="%d" fill="#4a6fa5"/>'):format(
      margin, y + 6, length, bar_height)
    parts[#parts + 1] = ('<text x="%.1f" y="%d" font-size="13">%s</text>'):format(
      margin + length + 6, y + 22, escaped(figures_of(option, share)))
    y = y + bar_height + 6
  end
  if poll.total then write(("Total votes: %d"):format(poll.total), margin, 13) end
  local height = y + margin
  return table.concat({
    ('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img"'
      .. ' aria-labelledby="poll-%d" font-family="sans-serif">'):format(
      width, height, width, height, number),
    ('<title id="poll-%d">%s</title>'):format(number, escaped(poll.question)),
    ('<rect width="%d" height="%d" fill="#fff"/>'):format(width, height),
    table.concat(parts, "\n"), "</svg>", "",
  }, "\n")
end

-- A list of `{ending, text}`: `.poll-1.svg`, …
return function(article)
  local files = {}
  for number, poll in ipairs(article.polls) do
    files[number] = { (".poll-%d.svg"):format(number), chart(poll, number) }
  end
  return files
end
