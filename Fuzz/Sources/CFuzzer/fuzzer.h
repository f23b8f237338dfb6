#ifndef IBID_FUZZER_H
#define IBID_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer's loop; `callback` reads one input and returns 0.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
