-- Key words in context over a corpus: each place where a term stands, with the words around it.

-- The last `count` characters of a text, and the first.
local function tail(text, count)
  local length = utf8.len(text)
  return length <= count and text or text:sub(utf8.offset(text, length - count + 1))
end
local function head(text, count)
  local last = utf8.offset(text, count + 1)
  return last and text:sub(1, last - 1) or text
end

return {
  name = "concordance", version = "1.0.0", since = "0.1",
  summary = "Every place where a term stands, with its context; over a corpus in one list.",
  categories = { "analysis", "safe" },
  options = {
    term = { type = "string", default = "water", min = 1, doc = "the word or phrase to look for" },
    context = { type = "integer", default = 30, min = 0, doc = "characters on each side" },
  },

  article = function(article, options)
    local lines = ibid.list {}
    for _, match in ipairs(article:find(options.term)) do
      local text = match.node.text
      lines[#lines + 1] = {
        input = article.path, line = match.node.line,
        left = tail(text:sub(1, match.first - 1), options.context),
        term = text:sub(match.first, match.last),
        right = head(text:sub(match.last + 1), options.context),
      }
    end
    return { lines = lines }
  end,

  -- Joining in the order of the articles is associative, so the list is the same for any `-j`.
  merge = function(a, b)
    local lines = ibid.list(a.lines)
    for _, line in ipairs(b.lines) do lines[#lines + 1] = line end
    return { lines = lines }
  end,

  finish = function(total)
    return {
      count = #total.lines,
      lines = ibid.list(total.lines):map(function(line)
        return ("%s:%d: %s[%s]%s"):format(line.input, line.line, line.left, line.term, line.right)
      end),
    }
  end,
}
