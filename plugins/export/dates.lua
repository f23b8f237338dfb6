-- Days of the calendar.

local dates = {}

local lengths = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

-- Whether a text is a day that exists, `2020-02-29`: a page may say any other, which no attribute
-- takes.
function dates.is_day(text)
  local year, month, day = text:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)$"
  if not year or year == "0000" then return false end
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  local is_leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  local length = month == 2 and is_leap and 29 or lengths[month]
  return length ~= nil and day >= 1 and day <= length
end

return dates
