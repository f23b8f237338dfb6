-- Prints what calls give: their values as `%q` writes them, or the error without its place. DifferentialTests
-- puts this before the calls of manual.txt and runs both in Debian's lua5.4 and in the sandbox.
local function shown(value)
  local kind = type(value)
  if kind ~= "string" and kind ~= "number" and kind ~= "boolean" and kind ~= "nil" then return kind end
  return (("%q"):format(value):gsub("\\\n", "\\n"))
end

local function evaluate(call)
  local results = table.pack(pcall(assert(load("return " .. call, "=manual"))))
  if not results[1] then return print("error: " .. tostring(results[2]):gsub("^manual:%d+: ", "")) end
  for at = 2, results.n do results[at - 1] = shown(results[at]) end
  print(table.concat(results, " ", 1, results.n - 1))
end
