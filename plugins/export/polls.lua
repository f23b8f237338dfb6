-- What all formats tell of a poll.

local polls = {}

-- A share as the page has it, `33.333333%`.
function polls.share(percent) return percent and ("%.14g%%"):format(percent) or "" end

-- The total that a page states where it is not the sum of the votes; nil where they tell it.
function polls.stated_total(poll)
  local sum = 0
  for _, option in ipairs(poll.options) do
    if not option.votes then return poll.total end
    sum = sum + option.votes
  end
  return poll.total ~= sum and poll.total or nil
end

-- The answers as rows of texts, `{answer, votes, share}`, and the stated total.
function polls.rows(poll)
  local rows = {}
  for index, option in ipairs(poll.options) do
    local votes = option.votes and tostring(option.votes) or ""
    rows[index] = { option.label, votes, polls.share(option.percent) }
  end
  local total = polls.stated_total(poll)
  if total then rows[#rows + 1] = { "Total", tostring(total), "" } end
  return rows
end

return polls
