import PluginHost
import Testing

@testable import BatchRunner

struct RecordQueueTests {
  private func records(_ input: Int) -> [PlacedRecord] {
    [PlacedRecord(line: RecordLine(input: "\(input)", plugin: "p", .error, "m"))]
  }

  @Test func recordsComeOutInTheOrderOfTheInputs() {
    var queue = RecordQueue()
    let numbers = (0..<5).map { _ in queue.reserve() }
    #expect(numbers == [0, 1, 2, 3, 4])
    var out: [String] = []
    func takeAll() { while let records = queue.take() { out.append(records[0].line.input) } }
    for number in [2, 1] { queue.put(records(number), at: number) }
    takeAll()
    #expect(out.isEmpty)
    #expect(!queue.isReady)
    queue.put(records(0), at: 0)
    #expect(queue.isReady)
    takeAll()
    #expect(out == ["0", "1", "2"])
    #expect(queue.count == 2)
    for number in [4, 3] { queue.put(records(number), at: number) }
    takeAll()
    #expect(out == ["0", "1", "2", "3", "4"])
    #expect(queue.isEmpty)
  }

  @Test(arguments: [
    (0, "the worker process ended with status 0"), (256, "the worker process ended with status 1"),
    (11, "the worker process was ended by SIGSEGV (signal 11)"),
    (139, "the worker process was ended by SIGSEGV (signal 11)"),
    (34, "the worker process was ended by signal 34"),
  ])
  func endsOfWorkers(_ status: Int32, _ expected: String) {
    #expect(WorkerEnd(status: status).description == expected)
  }
}
