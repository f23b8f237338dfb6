-- A plugin that spins while it loads: nothing can run.
-- loads: no
while true do end --! timeout
