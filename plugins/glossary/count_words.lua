-- How many words a text has, as white space parts them.
return function(text) return select(2, text:gsub("%S+", "")) end
