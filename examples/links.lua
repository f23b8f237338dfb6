-- Lists the web addresses of articles and, over a corpus, how often each site is cited.

-- `https://www.example.org/a?b` → `example.org`
local function site_of(address)
  local host = address:match "^%a+://([^/?#]+)"
  return host and host:lower():gsub("^www%.", "")
end

return {
  name = "links", version = "1.0.0", since = "0.1",
  summary = "The web addresses in text and notes, and the sites that they lead to.",
  categories = { "analysis", "safe" },

  article = function(article)
    local links, sites = ibid.list {}, {}
    local function add(address, node)
      local site = site_of(address)
      if not site then return end
      links[#links + 1] = { address = address, line = node.line }
      sites[site] = (sites[site] or 0) + 1
    end
    article:walk(function(node)
      for _, run in ipairs(node.runs) do
        if run.href then add(run.href, node) end
      end
    end)
    for _, note in ipairs(article.footnotes) do
      for _, address in ipairs(note.urls) do add(address, note) end
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
