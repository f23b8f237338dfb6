-- Source that would close a wrapper and open another.
-- loads: no
-- message: 'end' cannot stand here
end end os = nil do function x() do --! error
