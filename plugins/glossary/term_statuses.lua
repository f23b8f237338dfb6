-- What the status of a term in a term base says: the values of TBX, exactly, and the words that
-- people write into a column.

local term_statuses = {}

-- Values of TBX's administrativeStatus, normativeAuthorization and languagePlanningQualifier (ISO
-- 12620), then words of other programs and of columns in several languages, by what they mean.
local values = {
  preferred = [[
    preferredTerm-admn-sts, preferredTerm, standardizedTerm, recommendedTerm, legalTerm
    regulatedTerm, preferred, recommended, standard, standardised, standardized, approved
    mandatory, bevorzugt, Vorzugsbenennung, empfohlen, privilégié, préféré, recommandé
    preferido, preferida, recomendado, recomendada, preferito, preferita, raccomandato, voorkeur
    voorkeursterm
  ]],
  admitted = [[
    admittedTerm-admn-sts, admittedTerm, nonstandardizedTerm, proposedTerm, newTerm
    admitted, accepted, acceptable, allowed, permitted, valid, ok, proposed, new, draft, active
    not preferred, non-preferred, unpreferred, admitted not preferred, not forbidden, non-standard
    not deprecated, not prohibited, alternative, synonym, secondary, provisional
    zugelassen, erlaubt, zulässig, vorgeschlagen, neu, admis, toléré, accepté, proposé, nouveau
    admitido, admitida, permitido, permitida, ammesso, ammessa, toegestaan
  ]],
  forbidden = [[
    deprecatedTerm-admn-sts, supersededTerm-admn-sts, deprecatedTerm, supersededTerm
    deprecated, superseded, obsolete, outdated, forbidden, prohibited, banned, rejected, wrong
    incorrect, disallowed, avoid, not recommended, not allowed, not permitted, do not use
    don't use, don’t use, never use, inadmissible, not admitted, not approved
    verboten, untersagt, veraltet, abgelehnt, unzulässig, nicht erlaubt, nicht zugelassen
    nicht verwenden, vermeiden, interdit, proscrit, déconseillé, obsolète, à éviter, rejeté
    prohibido, prohibida, obsoleto, obsoleta, desaconsejado, evitar, rechazado, proibido, proibida
    vietato, vietata, sconsigliato, da evitare, verouderd, niet gebruiken
  ]],
}

-- A value without case, and without what parts its words.
local function key_of(text) return (ibid.fold(text):gsub("[%s_%-]+", "")) end

local meanings = {}
for meaning, list in pairs(values) do
  for value in list:gmatch "[^,\n]+" do meanings[key_of(value)] = meaning end
end

-- `preferred`, `admitted` or `forbidden`; nil for a status that is none of the known ones. A remark
-- in a bracket may follow: `deprecated (since 2019)`.
function term_statuses.meaning(text)
  return meanings[key_of(text)] or meanings[key_of((text:gsub("%s*%b()%s*$", "")))]
end

return term_statuses
