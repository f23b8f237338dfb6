-- Family names with which the two of Spanish begin: `Gabriel García Márquez` is a García Márquez.
-- Names that are given names as well, as `Martín` and `Alonso`, are not among them.
local names = {}
for name in ([[
  acosta | aguilar | aguirre | álvarez | arias | benítez | blanco | bravo | cabrera | calvo
  campos | cano | carrasco | castillo | castro | contreras | cortés | crespo | cruz | delgado
  díaz | díez | domínguez | durán | espinosa | espinoza | estévez | fernández | ferrer
  figueroa | flores | fuentes | gallardo | gallego | garcía | garrido | giménez | gómez
  gonzález | guerrero | gutiérrez | guzmán | hernández | herrera | herrero | hidalgo
  ibáñez | iglesias | jiménez | juárez | lópez | lozano | márquez | marín | martínez
  medina | mejía | méndez | mendoza | molina | montero | montes | morales | moreno | muñoz
  navarro | núñez | ortega | ortiz | padilla | parra | pascual | peña | peralta | pérez
  pinto | prieto | quintero | ramírez | ramos | reyes | rivera | rivero | rodríguez | rojas
  román | romero | rubio | ruiz | salazar | salinas | sánchez | santana | santos | serrano
  silva | sosa | soto | suárez | torres | valdés | vargas | vásquez | vázquez | vega | velasco
  velázquez | vera | vidal | zamora
]]):gmatch "[^%s|]+" do
  names[name] = true
end

return names
