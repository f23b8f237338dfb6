-- A plugin that swallows while it loads.
-- loads: no
while true do pcall(function() while true do end end) end --! timeout
