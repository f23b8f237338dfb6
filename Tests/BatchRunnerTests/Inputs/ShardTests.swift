import Testing

@testable import BatchRunner

@Suite struct ShardTests {
  @Test(arguments: [0, 1, 2, 9, 16, 17, 1000, 1 << 40], [1, 2, 3, 16, 1000])
  func theShardsAreAllInputs(total: Int, count: Int) throws {
    var end = 0
    for index in 1...count {
      let range = try #require(Shard(index: index, count: count)).range(of: total)
      #expect(range.lowerBound == end)
      // Of equal size but for one.
      #expect((total / count...total / count + 1).contains(range.count))
      end = range.upperBound
    }
    #expect(end == total)
  }

  @Test(arguments: ["", "1", "/", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "a/b", " 1/3", "1/-3"])
  func noShards(text: String) { #expect(Shard(parsing: text) == nil) }

  @Test func filesSortAsTheShardsDo() throws {
    let shard = try #require(Shard(parsing: "3/16"))
    #expect(shard.path(of: "out/a.jsonl", ending: "jsonl") == "out/a.03-of-16.jsonl")
    #expect(shard.path(of: "out/a.jsonl", ending: "done") == "out/a.03-of-16.done")
    #expect(shard.path(of: "results", ending: "done") == "results.03-of-16.done")
  }
}
