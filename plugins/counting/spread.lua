-- Mean, median and quartiles of a figure over many articles, from values that merge in any group.
--
-- A sketch after Masson, Rim & Lee 2019 (DDSketch): values are counted in buckets whose bounds grow
-- by 2 %, so that each quantile is within 1 % whatever their number, and sketches add up exactly.

local spread = {}

local abs, ceil, log = math.abs, math.ceil, math.log

local growth = log(1.02)

-- The names of buckets above zero and below it, by their places, as far as they were asked for: to
-- make one takes longer than all else about a value.
local above, below = {}, {}

-- The bucket of a value; zero and below, which readability can be, have their own.
local function bucket_of(value)
  local size = abs(value)
  if size < 0.01 then return "0" end
  local place = ceil(log(size) / growth)
  local names = value < 0 and below or above
  local name = names[place]
  if not name then
    name = (value < 0 and "-" or "+") .. place
    names[place] = name
  end
  return name
end

-- The middle of a bucket: no value in it is further away than 1 %.
local function value_of(bucket)
  if bucket == "0" then return 0 end
  local place = tonumber(bucket:sub(2))
  local value = 2 * math.exp(growth * place) / 2.02
  return bucket:sub(1, 1) == "-" and -value or value
end

-- The sketch of one value.
function spread.of(value)
  return {
    count = 1, sum = value, least = value, most = value, buckets = { [bucket_of(value)] = 1 },
  }
end

-- Adds one value to a sketch.
function spread.put(sketch, value)
  sketch.count, sketch.sum = sketch.count + 1, sketch.sum + value
  if value < sketch.least then sketch.least = value end
  if value > sketch.most then sketch.most = value end
  local buckets, bucket = sketch.buckets, bucket_of(value)
  buckets[bucket] = (buckets[bucket] or 0) + 1
end

-- The sketch of the values of both; `a` becomes it.
function spread.add(a, b)
  a.count, a.sum = a.count + b.count, a.sum + b.sum
  a.least, a.most = math.min(a.least, b.least), math.max(a.most, b.most)
  for bucket, count in pairs(b.buckets) do a.buckets[bucket] = (a.buckets[bucket] or 0) + count end
  return a
end

-- The value below which a share of a sorted list lies, between neighbours by interpolation (type 7
-- of Hyndman & Fan 1996, what spreadsheets do).
local function quantile(values, share)
  local place = 1 + (#values - 1) * share
  local low = math.floor(place)
  local high = math.min(#values, low + 1)
  return values[low] + (values[high] - values[low]) * (place - low)
end

-- The same from a sketch.
local function quantile_of(sketch, share)
  local buckets = {}
  for bucket, count in pairs(sketch.buckets) do
    buckets[#buckets + 1] = { value = value_of(bucket), count = count }
  end
  table.sort(buckets, function(a, b) return a.value < b.value end)
  local rank, seen = share * (sketch.count - 1), 0
  for _, bucket in ipairs(buckets) do
    seen = seen + bucket.count
    if seen > rank then return math.max(sketch.least, math.min(sketch.most, bucket.value)) end
  end
  return sketch.most
end

-- `{mean, median, lower, upper, least, most}`: from all values where they are known, else from the
-- sketch.
function spread.summary(sketch, values)
  local function at(share)
    if values then return quantile(values, share) end
    return quantile_of(sketch, share)
  end
  if values then table.sort(values) end
  return {
    mean = sketch.sum / sketch.count, median = at(0.5), lower = at(0.25), upper = at(0.75),
    least = sketch.least, most = sketch.most,
  }
end

return spread
