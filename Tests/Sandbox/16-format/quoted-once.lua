-- `%q` that makes four bytes of one.
-- limit: cpu=10s,memory=24M
return {
  name = "quoted-once",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return #("%q"):format(("\0"):rep(8000000)) --! memory
  end,
}
