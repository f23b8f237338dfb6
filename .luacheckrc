-- Checks for plugins: the host's module and what the sandbox leaves of Lua 5.4.
std = "lua54"
read_globals = { "ibid" }
max_line_length = 100
