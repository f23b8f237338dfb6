// Debian installs the headers under lua5.4/; pkg-config supplies the folder.
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
