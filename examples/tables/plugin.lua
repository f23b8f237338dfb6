-- Takes the tables out of articles: rows in the result, and a CSV file each where the run has an
-- output folder.

-- `corpus/a.txt` and 2 → `corpus-a.txt.table-2.csv`; only letters, digits, `.` and `-` are safe
-- everywhere.
local function name_of(path, number)
  local stem = path:gsub("^[%./]+", ""):gsub("[^%w%.]+", "-")
  return ("%s.table-%d.csv"):format(stem, number)
end

return {
  name = "tables", version = "1.0.0", since = "0.1",
  summary = "The tables of an article as rows and CSV files.",
  categories = { "conversion" },
  options = {
    min_rows = { type = "integer", default = 1, min = 0, doc = "leave out tables with fewer rows" },
  },
  writes = true,

  article = function(article, options)
    local found = ibid.list {}
    for number, grid in ipairs(article.tables) do
      if grid.row_count >= options.min_rows then
        local rows = {}
        if grid.header then rows[1] = grid.header:totable() end
        for _, row in ipairs(grid.rows) do rows[#rows + 1] = row:totable() end
        found[#found + 1] = {
          line = grid.line, label = grid.label, caption = grid.caption, rows = rows,
        }
        if ibid.can_write() then
          ibid.write_file(name_of(article.path, number), ibid.csv.encode(rows))
        end
      end
    end
    return { tables = found }
  end,
}
