-- Finds where the term ends to the left that a bracket explains: `…という番水 [rotational irrigation]`
-- explains 番水.

local arabic_phrases = require "arabic_phrases"
local characters = require "characters"
local endings = require "endings"
local quotations = require "quotations"
local word_set = require "word_set"

local native_terms = {}

local opening = {}
for _, mark in ipairs { "«", "“", "『", "「", "《", "〈", "‘", "<" } do opening[mark] = true end

-- Marks of Chinese and Japanese behind which another sentence begins, and brackets.
local ends = {}
for _, mark in ipairs { "。", "！", "？", "（", "）", "［", "］" } do ends[mark] = true end

-- Marks that join the parts of a term.
local joins = { ["·"] = true, ["・"] = true, ["－"] = true, ["-"] = true, ["ー"] = true, ["々"] = true }

-- Words of Chinese that stand between a term and what comes before it: verbs of naming,
-- prepositions, conjunctions, measure words, adverbs. Dictionary segmentation finds them as words
-- of their own, so that 和 is cut and 和谐 is not.
local boundaries = word_set [[
  的 了 着 是 即 为 叫 称 成 有 在 于 从 由 被 把 将 给 让 使 令 用 以 对 对于
  关于 和 与 及 或 并 而 且 但 也 都 还 就 才 又 再 更 最 很 较 会 能 可以 能够
  要 应该 需要 必须 已 已经 正 正在 这 那 该 此 其 它 它们 我们 你 你们 他 他们 一个
  一种 一些 一组 一类 一项 一 个 些 两个 两种 多个 多种 几个 某 某个 某种 每 每个 各
  各个 所 所有 任何 其他 另 另一个 另外 这个 这种 这些 那个 那种 这样 这里 那么 如何
  什么 因此 因为 所以 如果 虽然 但是 而且 并且 以及 或者 还是 没有 不是 就是 也是 而是
  称为 称之为 称作 叫做 叫作 所谓 名为 成为 作为 视为 记为 定义 表示 指 是指 意味着 意思
  例如 比如 包括 包含 具有 拥有 使用 利用 采用 运用 通过 根据 基于 进行 执行 实现 完成
  得到 获得 引入 介绍 讨论 考虑 描述 解释 提出 提供 产生 定义为 涉及 涉及到 属于 来自
  取决于 导致 造成 需 出 时 后 间 之 之间 之一 以下 以上 其中 通常 常 常常 一般 首先
  其次 然后 最后 接下来 现在 同时 同样 实际上 事实上 简称 简称为 又称 又称为 也称 也称为
  通称 缩写为 译作 至 则 受 视作 看作 当作 加上 减少 提到 探讨 试图 许多 确定 考虑到
  关注 遵循 特别 尽管 除了 说明 发现 构建 增加 避免 存在 解决 近似 近似于 允许 支持 提升
  哪个 如 像 只 仅 若 当 通用 除 每次 比如说 良好 著名 之为 等等 想 想要 找到 寻找
  最小化 最大化 试 用来 依赖 依赖于 相当于 相对于 等同于 等价于 不同于 区别于 写成 看成
  变成 转换为 转换成 映射为 分为 分成 组成 构成 由于 随着 关联 提及 所述 上述 下述 下面
  上面 前面 后面 人们 大家 主要 重要 严重 简单 常见 典型 经典 另一种 一系列 一套 一条
  一部分 大量 不同 相同 类似 类似于 特定 相应 对应 对应于 其实 实际 即使 即便 只要 只有
  直到 为了 因而 从而 进而 于是 哪些 这次 本 本章 本节 本书 该书 要么 是否 更加 非常
  十分 越来越 很多 不仅 不但 甚至 尤其 正如 按照 依据 凭借 借助 经过 经由 沿着 朝 往 距
  自从 普及 遇到 推广到 好的 最好的 所谓的 它们的 它的 的是 其实是 也就是 即为 用到 紧接着
  描述为 满足 理解 是用 选择是 都是 是一个 被称为 被描述为
]]

-- Whether a character may stand inside a term of running text in its own script.
local function is_inner(character)
  return characters.is_alphanumeric(character) or joins[character] == true
end

-- The unbroken run of term characters that ends with character `last`; two joining marks are a
-- dash.
local function run_start(list, last)
  local first = last + 1
  while first > 1 and is_inner(list[first - 1]) do
    if joins[list[first - 1]] and joins[list[first]] then break end
    first = first - 1
  end
  while first <= last and joins[list[first]] do first = first + 1 end
  return first
end

-- Chinese: the words at the end of a run, back to one that is a boundary.
local function cut_chinese(run)
  local words, starts, from = ibid.words(run, "zh"), {}, 1
  for index, word in ipairs(words) do
    starts[index] = run:find(word, from, true)
    from = starts[index] + #word
  end
  for index = #words - 1, 1, -1 do
    if boundaries[words[index]] then return run:sub(starts[index + 1]) end
  end
  return run
end

-- Japanese: back to the last kana of grammar; terms are written in kanji and katakana.
local function cut_japanese(list, last)
  local first = last + 1
  while first > 1 and is_inner(list[first - 1]) do
    if characters.script(list[first - 1]) == "Hiragana" then break end
    first = first - 1
  end
  return first
end

-- In text of its own language: by the language's rule, else one word.
local function own_language(list, language)
  local last = #list
  if language == "ja" then
    local first = cut_japanese(list, last)
    if first <= last then return table.concat(list, "", first, last) end
  end
  local run = table.concat(list, "", run_start(list, last), last)
  return language == "zh" and cut_chinese(run) or run
end

-- In text in Latin script: all of the run, be it a title of three clauses. What belongs to it,
-- apart from its script, are spaces, digits, quotes, marks of its own, and Latin words in capitals
-- between its words (`NSC事務局`).
local function foreign_run(list)
  local first
  for index = #list, 1, -1 do
    local character = list[index]
    local script = characters.script(character)
    if script and script ~= "Latin" then
      first = index
    elseif script and characters.fold(character) == character
      or character:find "^[%.,;:%(%)%[%]!%?]$" or ends[character]
    then
      break
    end
  end
  if not first then return nil end
  while first > 1 and (opening[list[first - 1]] or characters.is_digit(list[first - 1])) do
    first = first - 1
  end
  return table.concat(list, "", first)
end

-- Particles and endings that a Korean word before a term has.
local particles = word_set [[
  은 는 이 가 을 를 의 에 서 로 와 과 도 만 고 며 한 된 던 인 등 및 후 때 게 지 할 될
]]

local function count_syllables(text) return utf8.len((text:gsub(" ", ""))) or 0 end

-- How many words or letters a term may have words for.
local function count_parts(target)
  if target:find "^%u+$" then return #target end
  return select(2, target:gsub("%f[%a]%a%a%a%a+", ""))
end

-- The Korean term that ends a text, of which `last` is the last word, for a translation or an
-- acronym: about two syllables for each of its words or letters, so that `세계 보건 기구 (WHO)` is
-- three words.
local function korean_term(text, last, target)
  local most, first, term, words = count_parts(target), #text - #last + 1, last, 1
  if count_syllables(last) >= 5 then return last end
  while words < most and count_syllables(term) < 2 * most do
    local word, start = endings.word(text:sub(1, first - 1))
    if not word or not word:find "^[\xEA-\xED][\x80-\xBF\xEA-\xED]*$" then break end
    if particles[endings.character(word, #word)] then break end
    first, words = start, words + 1
    term = text:sub(first)
  end
  return term
end

-- The term at the end of `text`, or nil; `is_foreign` where the text around it is in another
-- script, `target` what translates it.
function native_terms.at_end(text, language, is_foreign, target)
  text = endings.trimmed(text)
  local quoted, open = quotations.at_end(text)
  if quoted and not is_foreign then return quoted end
  local phrase = language == "ar" and arabic_phrases.at_end(text, target)
  if phrase then return phrase end
  -- Korean texts set words off by straight quotes.
  local single = language == "ko" and text:match "'([^']+)'$"
  if single then return single end
  local list = characters.of(text)
  local term = is_foreign and foreign_run(list) or own_language(list, language)
  -- Quotes around all of a foreign run are not part of it; those around its first words are.
  if quoted and open <= #text - #term + 1 then return quoted end
  return term and language == "ko" and korean_term(text, term, target) or term
end

return native_terms
