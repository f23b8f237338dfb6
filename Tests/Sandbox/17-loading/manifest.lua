-- A manifest whose fields spin when they are read: the host looks past metatables.
-- loads: no
-- message: manifest field 'name': expected string, got nothing
local function spin() while true do end end
return setmetatable({ article = function() end }, { __index = spin, __pairs = spin })
