-- The words of a text, as white space parts them, as a set.
return function(text)
  local entries = {}
  for entry in text:gmatch "%S+" do entries[entry] = true end
  return entries
end
