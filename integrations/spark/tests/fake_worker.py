#!/usr/bin/env python3
"""Answers as `ibid worker` does, and dies of articles whose text says so."""

import json
import os
import signal
import sys
import time

for line in sys.stdin:
    request = json.loads(line)
    text = request["text"]
    if text == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if text.startswith("die once "):
        mark = text[len("die once "):]
        if not os.path.exists(mark):
            open(mark, "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
    if text == "hang":
        time.sleep(60)
    print(json.dumps({"input": request["id"], "plugin": "echo", "status": "ok", "result": text}), flush=True)
