import Testing

@testable import LineEditor

@Suite struct UndoStackTests {
  @Test func forgetsTheOldestStepsOfAHugeBlock() {
    var stack = UndoStack(limit: 10_000)
    for number in 0..<50 {
      stack.record(EditBuffer("\(number)" + String(repeating: "x", count: 1000)), before: .other)
    }
    var steps = 0
    var current = EditBuffer("now")
    while let state = stack.undo(current) {
      current = state
      steps += 1
    }
    #expect(steps == 9)
    #expect(current.text.hasPrefix("41x"))
    while let state = stack.redo(current) { current = state }
    #expect(current.text == "now")
  }

  @Test func keepsOneStepOfABlockBeyondTheLimit() {
    var stack = UndoStack(limit: 10)
    stack.record(EditBuffer("0123456789abcdef"), before: .other)
    #expect(stack.undo(EditBuffer())?.text == "0123456789abcdef")
  }
}
