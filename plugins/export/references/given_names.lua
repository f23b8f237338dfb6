-- Given names where families have two: `García Márquez, Gabriel: Cien años de soledad` begins with
-- the family's name, `Hans Müller, Nebel: Ein Bericht` does not.
local names = {}
for name in ([[
  adela | adolfo | agustín | alberto | alejandra | alejandro | alfonso | alfredo | alicia | álvaro
  amparo | ana | andrés | ángel | ángela | antonia | antonio | antónio | araceli | arturo
  augusto | aurora | beatriz | benito | bernardo | blanca | camilo | carlos | carmen | carolina
  catalina | cecilia | césar | clara | claudia | claudio | concepción | consuelo | cristina
  daniel | david | diego | dolores | domingo | eduardo | elena | elisa | emilia | emilio | enrique
  ernesto | esperanza | esteban | eugenia | eugenio | federico | felipe | félix | fernanda
  fernando | francisca | francisco | gabriel | gabriela | gerardo | germán | gilberto | gloria
  gonzalo | graciela | gregorio | guadalupe | guillermo | gustavo | héctor | hugo | ignacio | inés
  isabel | ismael | jaime | javier | jesús | joão | joaquim | joaquín | jorge | josé | josefina
  juan | juana | julia | julián | julio | laura | leonor | leopoldo | luis | luís | luisa | manuel
  marcela | marcelo | marcos | margarita | maría | maria | mariano | mario | marta | martín
  mateo | mercedes | miguel | mónica | nicolás | nuria | octavio | óscar | pablo | patricia
  paula | pedro | pilar | rafael | ramón | raquel | raúl | ricardo | rita | roberto | rocío
  rodolfo | rodrigo | rosa | rosario | rubén | salvador | santiago | sara | sebastián | sergio
  silvia | sofía | susana | teresa | tomás | vicente | víctor | virginia | xavier
]]):gmatch "[^%s|]+" do
  names[name] = true
end

return names
