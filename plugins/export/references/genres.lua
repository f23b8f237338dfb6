-- What references call reviews, prefaces, films, letters and interviews.

local lists = require "references.lists"

local list, set = lists.list, lists.set

local genres = {}

-- Before the work that a review is of, longer ones first, and before its author.
genres.reviews = list [[
  Review of the book | review of the book | Review of | review of | Rev. of | rev. of
  Rezension von | Rezension zu: | Rezension zu | Rez. von | Rez. zu: | Rez. zu
  Compte rendu de | compte rendu de | Reseña de | reseña de | Recensione di | recensione di
]]
genres.reviewed_by = { ", by ", " by ", ", edited by ", ", ed. " }

-- What is said instead of a title where somebody has told the author himself.
genres.told = list [[
  personal communication | private communication | personal interview | telephone interview
  interview | pers. comm. | persönliche Mitteilung | communication personnelle
  comunicación personal | comunicazione personale
]]

-- Before the book for which somebody wrote a preface.
genres.prefaces = list [[
  introduction to | preface to | foreword to | afterword to | postscript to | prologue to
  epilogue to | Introduction to | Preface to | Foreword to | Afterword to | Introduction.
  Preface. | Foreword. | Afterword. | Vorwort zu | Einleitung zu | Nachwort zu | préface à
  postface à | prólogo a | introducción a | prefazione a | introduzione a | postfazione a
]]

-- Before the director of a film.
genres.directed_by = list [[
  directed by | Directed by | réalisé par | dirigida por | diretto da | regia di | Regie:
]]

-- Interviews, before the one who asks or is asked, and those of them before the one who asks.
genres.interviews = list [[
  interview with | Interview with | interview by | Interview by | interviewed by
  personal interview with | personal interview by | in discussion with | Interview mit
  Gespräch mit | Interview durch | entretien avec | Entretien avec | entrevista con
  Entrevista con | Entrevista a | intervista con | Intervista con | Intervista a
]]
genres.interviewed_by = set [[
  interview by | Interview by | interviewed by | personal interview by | Interview durch
]]

-- Before the one who wrote a letter, and between the two.
genres.letters_from = list [[
  Letter from | letter from | Letter of | Letter, | Brief von | Schreiben von | Lettre de | Carta de
  Lettera di | Email from | E-mail from
]]
genres.letter_joints = { " to ", " an ", " à ", " a " }
genres.letters_to = list [[
  letter to | Letter to | email to | e-mail to | email message to | e-mail message to | Brief an
  lettre à | carta a | lettera a
]]

-- How an author calls himself in a note.
genres.own_author = set [[
  the author | author | dem verfasser | der verfasserin | dem autor | der autorin | l’auteur
  l'auteur | l’auteure | el autor | la autora | l’autore | l’autrice
]]

return genres
