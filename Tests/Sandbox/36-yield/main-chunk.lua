-- A yield from the main chunk.
-- loads: no
-- message: attempt to yield from outside a coroutine
coroutine.yield() --! error
