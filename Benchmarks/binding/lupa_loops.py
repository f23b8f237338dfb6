"""The loops over Python objects that lupa hands to Lua: lupa_loops.py LOOPS.lua LOOP TIMES PARAGRAPHS"""

import sys

from lupa.lua54 import LuaRuntime


class Node:
    __slots__ = ("level", "line", "text")

    def __init__(self, line):
        self.level, self.line, self.text = 2, line, "x" * 492


class Article:
    def __init__(self, lua, count):
        self.headings = lua.table(Node(0))
        # A Lua list of Python objects, which `ipairs` can walk: made before the loop, to lupa's advantage.
        self.paragraphs = lua.table_from([Node(line) for line in range(1, count + 1)])


path, loop, times, count = sys.argv[1:]
lua = LuaRuntime()
with open(path, encoding="utf-8") as file:
    loops = lua.execute(file.read())
print(loops[loop](Article(lua, int(count)), int(times)))
