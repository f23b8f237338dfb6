-- The places of publication.

local lists = require "references.lists"

local set = lists.set

local places = {}

-- Places where much is published: they tell `Paris, Gallimard` from `Einaudi, Torino`.
places.places = set [[
  aberdeen | amsterdam | ann arbor | antwerp | athens | atlanta | austin | baltimore | bari
  barcelona | basel | beijing | belgrade | berkeley | berlin | bern | bloomington | bogotá
  bilbao | bochum | bologna | bonn | bordeaux | boston | braunschweig | bremen | brescia
  bratislava | brussels | bruxelles | bucharest | budapest | buenos aires | cairo | cambridge
  caracas | chapel hill | chicago | chichester | cologne | copenhagen | coimbra | córdoba
  darmstadt | dijon | dordrecht | düsseldorf | dresden | dublin | durham | edinburgh | erlangen
  essen | evanston | ferrara | farnham | firenze | florence | frankfurt | frankfurt am main
  frankfurt a. m. | frankfurt/m. | freiburg | fribourg | genève | geneva | genf | genova | glasgow
  göttingen | granada | graz | grenoble | gütersloh | hamburg | hannover | harmondsworth
  heidelberg | helsinki | hong kong | innsbruck | karlsruhe | kassel | kiel | konstanz
  houndmills | ithaca | istanbul | jena | jerusalem | kyiv | köln | kraków | københavn | la habana
  lausanne | leiden | leipzig | lille | luzern | málaga | modena | murcia | nancy | nantes
  leuven | lima | lisboa | lisbon | ljubljana | london | londres | los angeles | lyon | madrid
  mainz | manchester | marburg | marseille | mexico city | méxico | méxico d.f. | milan | milano
  minneapolis | montevideo | montpellier | montreal | montréal | moscow | münchen | munich
  münster | napoli | new brunswick | new delhi | new haven | new york | new york city | nijmegen
  notre dame | nürnberg | oslo | oviedo | oxford | padova | pamplona | parma | pavia | perugia
  poitiers | potsdam | palermo | paris | philadelphia | pisa | porto | prag | praha | prague
  princeton | quito | reading | regensburg | rennes | reinbek | rio de janeiro | roma | rome
  rostock | rotterdam | salamanca | salzburg | san francisco | santiago | santiago de chile
  seattle | sevilla | singapore | sofia | stanford | stockholm | strasbourg | stuttgart | sydney
  são paulo | tallinn | tartu | tel aviv | the hague | tokyo | torino | toronto | toulouse | trier
  trieste | tübingen | turin | valladolid | verona | uppsala | urbana | utrecht | valencia
  vancouver | venezia | vienna | vilnius | warsaw | warszawa | washington | washington, dc
  washington, d.c. | weimar | wien | wiesbaden | würzburg | zagreb | zaragoza | zürich | zurich
  москва | м. | ленинград | л. | санкт-петербург | спб. | спб | пг. | петроград | киев | к.
  минск | мн. | казань | новосибирск | екатеринбург | ростов н/д | ростов-на-дону | одесса
  харьков | томск | саратов | нижний новгород | н. новгород | м.; л. | м. ; л. | м.-л. | м. - л.
]]

-- What may stand behind a place.
places.countries = set [[
  uk | usa | england | scotland | wales | ireland | italy | germany | france | spain | portugal
  austria | switzerland | the netherlands | netherlands | belgium | denmark | sweden | norway
  finland | poland | greece | canada | australia | new zealand | japan | china | india
]]

return places
