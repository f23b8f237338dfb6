-- JSON of any depth: the host's writer refuses what is nested deeper than 64 levels, as lists in
-- lists are. Few articles are.

local most = 60

-- How many levels of tables a table has, itself included, noted in `depths` for each.
local function depth_of(value, depths)
  local depth = 0
  for _, element in pairs(value) do
    if type(element) == "table" then depth = math.max(depth, depth_of(element, depths)) end
  end
  depths[value] = depth + 1
  return depth + 1
end

local add

local function add_list(out, value, depths)
  for index, element in ipairs(value) do
    out[#out + 1] = index == 1 and "[" or ","
    add(out, element, depths)
  end
  out[#out + 1] = "]"
end

local function add_object(out, value, depths)
  local names = {}
  for name in pairs(value) do names[#names + 1] = name end
  table.sort(names)
  for index, name in ipairs(names) do
    out[#out + 1] = (index == 1 and "{" or ",") .. ibid.json.encode(name) .. ":"
    add(out, value[name], depths)
  end
  out[#out + 1] = "}"
end

-- Only what is too deep is written here: the rest is quicker in the host.
function add(out, value, depths)
  if (depths[value] or 0) <= most then out[#out + 1] = ibid.json.encode(value)
  elseif #value > 0 then add_list(out, value, depths)
  else add_object(out, value, depths) end
end

-- A table as JSON with sorted keys, as `ibid.json.encode` writes it.
return function(value)
  local is_flat, text = pcall(ibid.json.encode, value)
  if is_flat then return text end
  local out, depths = {}, {}
  depth_of(value, depths)
  add(out, value, depths)
  return table.concat(out)
end
