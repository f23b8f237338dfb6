-- A plugin that uses up its memory while it loads.
-- loads: no
-- limit: cpu=5s
local hoard = {}
while true do hoard[#hoard + 1] = ("x"):rep(1000) .. #hoard end --! memory
