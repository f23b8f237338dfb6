-- Lists the web addresses of articles with the day on which they were last seen and, over a corpus,
-- how often each site is cited.

local months = {
  jan = 1, feb = 2, mar = 3, apr = 4, may = 5, jun = 6, jul = 7, aug = 8, sep = 9, oct = 10,
  nov = 11, dec = 12,
}

-- `https://www.example.org/a?b` → `example.org`
local function site_of(address)
  local host = address:match "^%a+://([^/?#]+)"
  return host and host:lower():gsub("^www%.", "")
end

-- The day after `accessed`, `retrieved`, `viewed` or `last seen`, in ISO 8601: it may be written as
-- `3 May 2016`, `on May 3, 2016` or `2016-05-03`.
local function day_seen(text)
  local _, last = text:lower():find "accessed%W"
  for _, word in ipairs { "retrieved%W", "viewed%W", "last seen%W" } do
    if not last then _, last = text:lower():find(word) end
  end
  if not last then return nil end
  local rest = text:sub(last + 1):gsub("^%s*:?%s*on%s+", "")
  local iso = rest:match "^%s*(%d%d%d%d%-%d%d%-%d%d)"
  if iso then return iso end
  local day, month, year = rest:match "^%s*(%d+)%s+(%a+)%.?,?%s+(%d%d%d%d)"
  if not day then month, day, year = rest:match "^%s*(%a+)%.?%s+(%d+),?%s+(%d%d%d%d)" end
  local number = month and months[month:sub(1, 3):lower()]
  return number and ("%s-%02d-%02d"):format(year, number, tonumber(day))
end

return {
  name = "links", version = "1.1.0", since = "0.1",
  summary = "The web addresses in text and notes, the days they were seen, and their sites.",
  categories = { "analysis", "safe" },

  article = function(article)
    local links, sites = ibid.list {}, {}
    local function add(address, node, day)
      local site = site_of(address)
      if not site then return end
      links[#links + 1] = { address = address, line = node.line, seen = day }
      sites[site] = (sites[site] or 0) + 1
    end
    article:walk(function(node)
      for _, run in ipairs(node.runs) do
        if run.href then add(run.href, node) end
      end
    end)
    for _, note in ipairs(article.footnotes) do
      for _, address in ipairs(note.urls) do add(address, note, day_seen(note.text)) end
    end
    return { links = links, sites = sites }
  end,

  merge = function(a, b)
    local sites = a.sites
    for site, count in pairs(b.sites) do sites[site] = (sites[site] or 0) + count end
    return { sites = sites }
  end,

  finish = function(total)
    local order = ibid.list {}
    for site, count in pairs(total.sites) do order[#order + 1] = { site = site, count = count } end
    table.sort(order, function(x, y)
      if x.count ~= y.count then return x.count > y.count end
      return x.site < y.site
    end)
    return { sites = order }
  end,
}
