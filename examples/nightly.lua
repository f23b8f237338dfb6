-- A batch: what is run every night, kept in a file.
--
--   ibid batch examples/nightly.lua --dry-run    what it would do
--   ibid batch examples/nightly.lua              do it; a second time only what is new
--
-- Paths start at the folder of this file.
return {
  inputs = { "../corpus/*.txt", "../corpus/*.md" },
  -- files_from = "list.txt",                      -- more paths, one a line
  -- fields = { id = "url", text = "content" },    -- the keys of documents in JSON Lines

  plugins = {
    "../plugins/counting",
    { name = "../plugins/summary", options = { sentences = 2 } },
  },

  results = { "../out/nightly.jsonl", "../out/nightly.sqlite" },
  output = "../out", -- for files that plugins write
  stats = "../out/nightly.stats.json",

  limits = { cpu = "10s", memory = "512M" }, -- for each plugin and article
  max_errors = 100,
  -- jobs = 4, deadline = 60, cache = "/var/cache/ibid",
}
