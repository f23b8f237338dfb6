-- Addresses of pages and of people in a text, whose words are no words of the text.

local addresses = {}

-- As far as this an address is looked at, so that a long line without spaces takes no long time.
local reach = 300

-- Where an address begins in a run without white space, and where it ends before the end of that.
local patterns = {
  "()%f[%w]%a[%w+%.%-]*://", "()%f[%w]www%.%w", "()%f[%w]mailto:", "()%f[%w]doi:%d",
  "()%f[%w]10%.%d%d%d%d+/", "()%f[%w][%w%.%-]*%w%.%l%l+/%S",
  "()[%w%._%%+%-]+@%w[%w%-]*%.[%w%.%-]+()",
}

-- Names of hosts without a path.
local host = "()%f[%w][%w%.%-]*%w%.(%l%l%l?%l?)()%f[^%w%-]"
local domains = {}
for domain in ([[
  com org net edu gov info int io eu de at ch fr it es uk nl pl ru jp cn us
]]):gmatch "%l+" do
  domains[domain] = true
end

-- Whether a byte is of a character that may stand in an address: one of ASCII that is neither white
-- space nor a quote.
local function is_of_run(byte)
  return byte and byte > 0x20 and byte < 0x7F and byte ~= 0x22 and byte ~= 0x3C and byte ~= 0x3E
end

-- The run of such characters around some bytes of a text, and the byte before it. It is found from
-- the end, as a pattern would try all that stands before it.
local function run_around(text, first, last)
  local start, stop = first, last
  while start > 1 and first - start < reach and is_of_run(text:byte(start - 1)) do
    start = start - 1
  end
  while stop - last < reach and is_of_run(text:byte(stop + 1)) do stop = stop + 1 end
  return text:sub(start, stop), start - 1
end

local function covers(start, after, first, last, run)
  local stop = after and after - 1 or #run
  -- What is looked for may be an address itself.
  return start <= first and last <= stop and (start < first or last < stop)
end

-- Bytes that stand within addresses.
local is_inner = {}
for byte in ("/.@:_-+=?#&%~"):gmatch "." do is_inner[byte:byte()] = true end
for byte in ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"):gmatch "." do
  is_inner[byte:byte()] = true
end

-- Whether some bytes have neighbours as in an address: most have a space on both sides, or a mark
-- with a space behind it.
local function may_be_inside(text, first, last)
  if is_inner[text:byte(first - 1)] and first > 1 then return true end
  return is_inner[text:byte(last + 1)] and is_inner[text:byte(last + 2)] or false
end

local looked_at = {}

-- Whether a text may have addresses; one is asked for many times in a row.
local function may_have(text)
  if looked_at.text ~= text then
    looked_at.text = text
    looked_at.may_have = text:find "[/@]" ~= nil or text:find "%w%.%l%l" ~= nil
  end
  return looked_at.may_have
end

-- Whether the bytes `first` to `last` of a text are a part of an address.
function addresses.hold(text, first, last)
  if not may_be_inside(text, first, last) or not may_have(text) then return false end
  local run, offset = run_around(text, first, last)
  if not run:find "[/@]%w" and not run:find "%w%.%l%l" then return false end
  first, last = first - offset, last - offset
  for _, pattern in ipairs(patterns) do
    for start, after in run:gmatch(pattern) do
      if covers(start, after, first, last, run) then return true end
    end
  end
  for start, domain, after in run:gmatch(host) do
    if domains[domain] and covers(start, after, first, last, run) then return true end
  end
  return false
end

return addresses
