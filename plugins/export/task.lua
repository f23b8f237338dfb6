-- Whether a task of a list is done; nil for what is no task. Pages put other things than items into
-- lists, lists for one, and those have no member `checked`.
return function(child)
  if child.kind == "item" then return child.checked end
end
