-- Indices of readability from the counts of `measure`. A formula holds for the language that its
-- weights were fitted to, so each language has its own.
--
-- The formulas are those of textstat 0.7.13 to the last constant; the counts are ibid's own (words
-- by UAX #29, sentences by its rules, syllables by spelling).

-- Flesch reading ease: base, weight of words per sentence, weight of syllables per word.
local ease = {
  en = { 206.835, 1.015, 84.6 },   -- Flesch 1948
  de = { 180, 1, 58.5 },           -- Amstad 1978
  es = { 206.84, 1.02, 60 },       -- Fernández Huerta 1959
  fr = { 207, 1.015, 73.6 },       -- Kandel & Moles 1958
  it = { 217, 1.3, 60 },           -- Franchina & Vacca 1972
  nl = { 206.835, 0.93, 77 },      -- Douma 1960
  ru = { 206.835, 1.3, 60.1 },     -- Oborneva 2006
}

-- Languages without letters or without spaces: what counts letters or words says nothing of them.
local unfit = {
  ja = true, km = true, ko = true, lo = true, mul = true, my = true, th = true, zh = true,
}

-- How long sentences and words are, as each formula asks it; nil without a sentence.
local function means_of(counts)
  local words, sentences = counts.words, counts.sentences
  if words == 0 or sentences == 0 then return nil end
  return {
    sentence = words / sentences,
    word = counts.syllables / words,
    letters = counts.letters / words,
    characters = counts.visible_characters / words,
    long = 100 * counts.long_words / words,
    single = 100 * counts.monosyllables / words,
    many = 100 * counts.polysyllables / words,
    hard = 100 * counts.hard_words / words,
    unfamiliar = 100 * counts.unfamiliar_words / words,
    sentences = 100 * sentences / words,
    many_a_sentence = counts.polysyllables / sentences,
  }
end

-- Each adds to what holds for all languages, rounded, the indices of its own.
local languages = {}

function languages.en(mean, flesch, lix, rounded)
  return {
    flesch = flesch, lix = lix,
    -- Kincaid, Fishburne, Rogers & Chissom 1975.
    flesch_kincaid = rounded(0.39 * mean.sentence + 11.8 * mean.word - 15.59),
    -- Gunning 1952; complex is what has three syllables and is not on Dale and Chall's list.
    gunning_fog = rounded(0.4 * (mean.sentence + mean.hard)),
    -- McLaughlin 1969, fitted to thirty sentences and more.
    smog = rounded(1.043 * (30 * mean.many_a_sentence) ^ 0.5 + 3.1291),
    -- Coleman & Liau 1975.
    coleman_liau = rounded(0.058 * 100 * mean.letters - 0.296 * mean.sentences - 15.8),
    -- Smith & Senter 1967.
    ari = rounded(4.71 * mean.characters + 0.5 * mean.sentence - 21.43),
    -- Dale & Chall 1948.
    dale_chall = rounded(0.1579 * mean.unfamiliar + 0.0496 * mean.sentence
      + (mean.unfamiliar > 5 and 3.6365 or 0)),
  }
end

function languages.de(mean, flesch, lix, rounded)
  return {
    flesch = flesch, lix = lix,
    -- The first Wiener Sachtextformel, for school years (Bamberger & Vanecek 1984).
    wiener_sachtextformel = rounded(0.1935 * mean.many + 0.1672 * mean.sentence
      + 0.1297 * mean.long - 0.0327 * mean.single - 0.875),
  }
end

function languages.es(mean, flesch, lix, rounded)
  return {
    flesch = flesch, lix = lix, fernandez_huerta = flesch,
    -- Szigriszt-Pazos 1993 as textstat has it, which takes 206.84 for the author's 206.835.
    szigriszt_pazos = rounded(206.84 - 62.3 * mean.word - mean.sentence),
  }
end

function languages.it(mean, flesch, lix, rounded)
  return {
    flesch = flesch, lix = lix,
    -- Lucisano & Piemontese 1988.
    gulpease = rounded(3 * mean.sentences - 10 * mean.characters + 89),
  }
end

function languages.ru(_, flesch, lix) return { flesch = flesch, lix = lix, oborneva = flesch } end

-- The indices that hold for a language by their names, an empty table where there are none;
-- `rounded` is applied to each.
return function(counts, language, rounded)
  local mean = means_of(counts)
  if not mean or unfit[language] then return {} end
  local weights, flesch = ease[language], nil
  if weights then
    flesch = rounded(weights[1] - weights[2] * mean.sentence - weights[3] * mean.word)
  end
  -- Björnsson 1968, meant for any language with an alphabet.
  local lix = rounded(mean.sentence + mean.long)
  local of_language = languages[language]
  if of_language then return of_language(mean, flesch, lix, rounded) end
  return { flesch = flesch, lix = lix }
end
