-- Names for footnotes that are unique in the article and safe in every format.

local notes = {}

-- A label may come twice (two texts on one page) and may be `*` or `†`. Readers of Markdown take
-- `[^a]` and `[^A]` for one.
function notes.of(article)
  local self, used = { ids = {}, cited = {} }, {}
  for number, footnote in ipairs(article.footnotes) do
    local id = footnote.label
    if not id:find "^[%w\128-\255%-]+$" then id = "note-" .. number end
    while used[ibid.fold(id)] do id = id .. "-" .. number end
    used[ibid.fold(id)] = true
    self.ids[footnote.index] = id
  end
  return self
end

-- The name of the footnote that a reference cites, or nil where there is none; and which of its
-- citations this is.
function notes.cite(self, reference)
  local footnote = reference.footnote
  if not footnote then return nil end
  local id = self.ids[footnote.index]
  self.cited[id] = (self.cited[id] or 0) + 1
  return id, self.cited[id]
end

return notes
