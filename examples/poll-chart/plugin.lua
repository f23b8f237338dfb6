-- Draws the polls of an article: bars of text in the result and, where the run has an output
-- folder, an SVG file each.

local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ["\""] = "&quot;" }

local function escape(text) return (text:gsub("[&<>\"]", entities)) end

-- The share of each answer, from 0 to 1: of the printed percentage, else of the votes.
local function shares(poll)
  return poll.options:map(function(option)
    if option.percent then return option.percent / 100 end
    return poll.total and poll.total > 0 and (option.votes or 0) / poll.total or 0
  end)
end

local function bars(poll, width)
  local lines = ibid.list {}
  for number, share in ipairs(shares(poll)) do
    local bar = ("█"):rep(math.floor(share * width + 0.5))
    lines[number] = ("%5.1f%% %s %s"):format(100 * share, bar, poll.options[number].label)
  end
  return lines
end

local function svg(poll)
  local height = 40 + 44 * #poll.options
  local open = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 %d\" role=\"img\">"
  local parts = {
    open:format(height),
    ("<title>%s</title>"):format(escape(poll.question)),
    "<style>text { font: 15px sans-serif } rect { fill: #4a7ba6 }</style>",
    ("<text x=\"8\" y=\"24\" font-weight=\"bold\">%s</text>"):format(escape(poll.question)),
  }
  for number, share in ipairs(shares(poll)) do
    local y, option = 12 + 44 * number, poll.options[number]
    parts[#parts + 1] = ("<text x=\"8\" y=\"%d\">%s</text>"):format(y, escape(option.label))
    parts[#parts + 1] = ("<rect x=\"8\" y=\"%d\" width=\"%.1f\" height=\"14\"/>"):format(
      y + 6, 520 * share)
    parts[#parts + 1] = ("<text x=\"%.1f\" y=\"%d\">%.0f %%</text>"):format(
      14 + 520 * share, y + 18, 100 * share)
  end
  parts[#parts + 1] = "</svg>\n"
  return table.concat(parts, "\n")
end

return {
  name = "poll-chart", version = "1.0.0", since = "0.1",
  summary = "The polls of an article as bars.",
  categories = { "conversion", "safe" },
  options = {
    width = { type = "integer", default = 40, min = 1, max = 200, doc = "cells that 100 % fills" },
  },
  writes = true,

  article = function(article, options)
    local charts = ibid.list {}
    for number, poll in ipairs(article.polls) do
      charts[number] = {
        question = poll.question, line = poll.line, bars = bars(poll, options.width),
      }
      if ibid.can_write() then
        local stem = article.path:gsub("^[%./]+", ""):gsub("[^%w%.]+", "-")
        ibid.write_file(("%s.poll-%d.svg"):format(stem, number), svg(poll))
      end
    end
    return { polls = charts }
  end,
}
