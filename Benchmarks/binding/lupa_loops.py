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
        self.paragraphs = [Node(line) for line in range(1, count + 1)]


# Python's lists have an iterator of their own in lupa: each node is wrapped when the loop comes to it.
ITERATE = """
return function(article, times)
  local count = 0
  for _ in python.iter(article.paragraphs) do
    count = count + 1
    if count == times then break end
  end
  return count
end
"""

path, loop, times, count = sys.argv[1:]
lua = LuaRuntime()
with open(path, encoding="utf-8") as file:
    loops = lua.execute(file.read())
loops.iterate = lua.execute(ITERATE)
article = Article(lua, int(count))
if loop == "text":
    article.paragraphs = lua.table_from(article.paragraphs)
print(loops[loop](article, int(times)))
