-- A plugin that spins while it loads.
-- loads: no
while true do end --! timeout
