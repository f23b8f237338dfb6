#ifndef CICU_H
#define CICU_H
const char *ibid_icu_version(void);
#endif
