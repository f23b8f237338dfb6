-- Reports footnotes that do not work: cited but not there, there but never cited, and Ibid. that
-- points nowhere.

-- `Ibid.` and its kin at the start of a note.
local repeats = { "^[Ii]bid", "^[Oo]p%. ?cit", "^[Ii]dem" }

local function repeats_another(note)
  for _, pattern in ipairs(repeats) do
    if note.text:find(pattern) then return true end
  end
  return false
end

return {
  name = "broken-footnotes", version = "1.0.0", since = "0.1",
  summary = "Footnotes that are lost, never cited, or point nowhere.",
  categories = { "check", "safe" },

  article = function(article)
    local lost, uncited, adrift = 0, 0, 0
    for _, reference in ipairs(article.references) do
      if not reference.footnote then
        lost = lost + 1
        article:report {
          line = reference.line, column = reference.column, level = "warning", code = "note-lost",
          message = "there is no footnote " .. reference.label,
        }
      end
    end
    for _, note in ipairs(article.footnotes) do
      if #note.references == 0 then
        uncited = uncited + 1
        article:report {
          node = note, level = "info", code = "note-uncited",
          message = "nothing cites footnote " .. note.label,
        }
      end
      if repeats_another(note) and not note.antecedent then
        adrift = adrift + 1
        article:report {
          node = note, level = "warning", code = "note-adrift",
          message = "footnote " .. note.label .. " repeats one that is not there",
        }
      end
    end
    return { notes = #article.footnotes, lost = lost, uncited = uncited, adrift = adrift }
  end,
}
