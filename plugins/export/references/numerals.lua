-- Numbers in the characters of East Asia: `一九九〇年`, `四五頁`, `百二十号`.

local numerals = {}

local digits = {
  ["〇"] = 0, ["一"] = 1, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7,
  ["八"] = 8, ["九"] = 9,
}
local units = { ["十"] = 10, ["百"] = 100, ["千"] = 1000 }

-- What a number stands before.
local counters = {
  ["頁"] = true, ["页"] = true, ["年"] = true, ["月"] = true, ["日"] = true, ["巻"] = true,
  ["卷"] = true, ["号"] = true, ["號"] = true, ["期"] = true, ["版"] = true, ["面"] = true,
  ["集"] = true, ["輯"] = true, ["ペ"] = true,
}
local joints = {
  ["-"] = true, ["\u{2013}"] = true, ["\u{2014}"] = true, ["―"] = true, ["・"] = true,
}

-- The number that characters stand for, those of a place value (`一九九〇`) or with units (`百二十`).
local function number_of(characters)
  local total, current = 0, 0
  for _, character in ipairs(characters) do
    if units[character] then
      total = total + math.max(current, 1) * units[character]
      current = 0
    else
      current = current * 10 + digits[character]
    end
  end
  return total + current
end

-- A text with the numbers before a counter, and those joined to them, in digits.
function numerals.plain(text)
  local pieces, run, waiting = {}, {}, nil
  local function flush(is_number)
    if waiting then pieces[#pieces + 1] = is_number and waiting.plain or waiting.text end
    waiting = nil
    if #run > 0 then
      pieces[#pieces + 1] = is_number and tostring(number_of(run)) or table.concat(run)
      run = {}
    end
  end
  for character in text:gmatch(utf8.charpattern) do
    if digits[character] or units[character] then run[#run + 1] = character
    elseif joints[character] and #run > 0 and not waiting then
      local whole = table.concat(run)
      waiting = { text = whole .. character, plain = number_of(run) .. "-" }
      run = {}
    else
      flush(counters[character] == true and #run > 0)
      pieces[#pieces + 1] = character
    end
  end
  flush(false)
  return table.concat(pieces)
end

return numerals
