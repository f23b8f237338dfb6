-- The loops that are counted: the same text for ibid, the baseline in C and lupa.
local loops = {}

-- A number that is a field of a node.
function loops.level(article, times)
  local heading, sum = article.headings[1], 0
  for _ = 1, times do sum = sum + heading.level end
  return sum
end

-- A text that was asked for before.
function loops.text(article, times)
  local paragraph, sum = article.paragraphs[1], 0
  for _ = 1, times do sum = sum + #paragraph.text end
  return sum
end

-- Paragraphs that nobody has seen yet.
function loops.iterate(article, times)
  local count = 0
  for index in ipairs(article.paragraphs) do
    count = count + 1
    if index == times then break end
  end
  return count
end

-- No call of the host at all: what the sandbox costs by itself.
function loops.arithmetic(_, times)
  local sum = 0
  for i = 1, times do sum = (sum * 31 + i) % 1000003 end
  return sum
end

return loops
