extension LanguageProfile {
  static let korean = LanguageProfile(
    language: .korean,
    functionWords: """
      이 그 저 것 수 등 및 또는 그리고 그러나 하지만 그래서 따라서 또한 즉 때 더 가장 대한 위해 통해 대해 있는 있다 있는데 하는 했다 한다 된다 되는 이다 없는 \
      없다 같은 같이 나는 우리 우리는 그는 그녀는 그들은 무엇 누구 어디 언제 왜 어떻게 에서 으로 에게 까지 부터 보다
      """,
    vowels: ""
  )
}
