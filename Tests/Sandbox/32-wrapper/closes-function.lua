-- Source that would close a wrapper and open another.
-- loads: no
-- message: <eof> expected near 'end'
end end os = nil do function x() do --! error
