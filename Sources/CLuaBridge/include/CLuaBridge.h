#ifndef CLUABRIDGE_H
#define CLUABRIDGE_H
int ibid_lua_probe(void);
#endif
