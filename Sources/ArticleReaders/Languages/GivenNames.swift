/// Given names that are common where texts set capitals, and are no words and no towns.
///
/// A name alone on a line has the shape of a heading: only a given name tells it from one.
enum GivenNames {
  static func contains(_ folded: String) -> Bool { all.contains(folded[...]) }

  private static let all = Set(
    """
    aaron abdul abigail adam adrian agnes ahmed aisha alan albert alejandro alessandro alex
    alexander alexis alfred ali alice alicia alison amanda amelia amir amy ana anders andrea
    andreas andrew andré andy angela anita anja ann anna anne annette annie anthony antoine
    antonio arthur astrid barbara beatrice ben benjamin bernard beth bob brenda brian bruce
    bruno camille carl carla carlos caroline catherine cecilia charles charlie chiara chloé
    chris christian christina christine christoph christopher claire clara claudia colin craig
    cristina cynthia daniel daniela david deborah denis dennis diana diane diego dominic
    dominique donald donna dorothy douglas edith eduardo edward eleanor elena elisabeth
    elizabeth ella ellen emily emma emmanuel enrique eric erik erika esther eugene eva evelyn
    fabio fatima felix fernando filip fiona frances francesca francesco francisco franz françois
    fred frederick fritz gabriel gabriele gary geoffrey george georges gerald gerhard giorgio
    giovanni giulia giuseppe gordon graham greg gregory greta guillaume gustav hanna hannah hans
    harold harriet harry hassan heather heidi heinrich helen helena helga henri henry howard
    hugh ian ibrahim ingrid irene isabel isabelle jacob jacqueline jacques jake james jane janet
    janice javier jean jeff jeffrey jennifer jenny jeremy jesse jessica jim joan joanna joe
    johan johanna johannes john jon jonas jonathan jorge joseph joshua josé joão juan judith
    judy julia julian julie juliette jürgen karen karin karl kate katharina katherine kathleen
    katie keith kelly kenneth kevin klaus kristin kyle larry laura lauren laurence laurent
    lawrence lena leo leon leonard lewis liam linda lisa louis louise luca lucas lucia lucie
    lucy luis luke lydia léa madeleine magdalena manuel manuela marc marcel marco marcus
    margaret maria marie marina mario marion markus marta martha martin martina mary maría mateo
    matt matteo matthew matthias maurice megan melanie melissa michael michel michelle miguel
    mike mohamed mohammed monica monika muhammad nancy natalia natalie nathan neil nicholas nick
    nicola nicolas nicole nils nina noah nora olaf oliver olivia olivier omar oscar oskar otto
    pablo pamela paola paolo pascal patricia patrick paul paula pauline pedro peter petra philip
    philippe phillip pierre rachel rafael ralph raymond rebecca renate ricardo richard rita
    robert roberto roger roland ronald rosa rosemary roy russell ruth ryan sabine sally sam
    samantha samuel sandra sara sarah scott sean sebastian sergio sharon silvia simon simone
    sophia sophie stefan stefano stella stephanie stephen steve steven stuart susan susanne
    suzanne sven sylvia tamara tanja teresa terry theodore theresa thomas tim timothy tina
    tobias tom tomás tony tracy ulrich ursula valentina vanessa victor vincent vivian véronique
    walter wendy werner william wolfgang xavier yasmin yves yvonne zoe
    """.split { $0.isWhitespace })
}
