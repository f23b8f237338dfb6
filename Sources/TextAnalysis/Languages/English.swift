extension LanguageProfile {
  static let english = LanguageProfile(
    language: .english,
    functionWords: """
      the of and to in is that it was for on are as with his they at be this from have or by one \
      had not but what all were when we there can an your which their if would about how each who \
      them she he her my than been its our you me him us these those because while where whose \
      whom through during before after above below between into against under again further then \
      once here why both few more most other some such only own same so too very just should now \
      also could did does has do i a though although however therefore yet nor whether since \
      until upon among within without toward towards despite unless instead perhaps thus hence \
      meanwhile moreover nevertheless furthermore
      """,
    otherStopWords: """
      am any being doing down having herself himself hers itself might must myself no off ought \
      out ourselves over shall theirs themselves up yours yourself yourselves ours may ever every \
      either neither another anything everything nothing something someone anyone everyone nobody \
      per via quite rather still already always never often almost even well much many less least \
      several like don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't cannot \
      couldn't shouldn't haven't hasn't hadn't i'm i've i'll i'd you're you've you'll you'd he's \
      he'd he'll she's she'd she'll it's it'll we're we've we'll we'd they're they've they'll \
      they'd that's there's here's what's who's where's how's let's let s t
      """,
    abbreviations: AbbreviationLists(
      leading: """
        mr mrs ms mx messrs mmes dr drs prof profs fr capt cmdr sgt lt.col lt.gen maj.gen v vs \
        viz cf e.g eg i.e ie approx incl esp resp sc scil rt.hon assoc.prof
        """,
      titles: """
        rev revd hon pres gov gen col maj cpt lt cpl pvt adm brig sen sens rep reps supt det insp \
        amb atty st ste mt ft sister br ca
        """,
      numbered: """
        p pp no nos fig figs vol vols ch chap chaps sec secs sect art arts eq eqs eqn eqns ex exs \
        n nn para paras par tab app ed eds pt pts bk l ll col cols fol ff nr n° § item ref refs \
        ver op ca c jan feb mar apr jun jul aug sep sept oct nov dec
        """,
      trailing: """
        inc ltd co corp bros llc plc assn assoc dept univ jr sr esq al ave blvd rd hwy sq bldg \
        ph.d m.d b.a m.a d.d.s ll.b ll.d ed.d mss vols min max est tel dist mo yr hr hrs oz lb \
        lbs kg km cm mm ml cu ibid loc.cit op.cit u.s u.k u.n e.u tues thurs ariz calif colo conn \
        fla okla tenn tex
        """,
      properTrailing: """
        st mt ft mon wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec ala ark \
        del ga ill ind kan ky la md mass mich minn miss mont neb nev ore pa penn va vt wash wis \
        wyo
        """,
      closing: "etc a.m p.m am pm",
      closingContinues: """
        monday tuesday wednesday thursday friday saturday sunday est edt cst cdt mst mdt pst pdt \
        gmt utc bst cet et ct pt eastern central pacific mountain
        """
    ),
    prepositions: "at by in on from until till before after around since about near for during",
    sayingVerbs: """
      said says asked asks replied cried shouted exclaimed answered whispered wondered demanded \
      added yelled screamed murmured muttered remarked observed inquired enquired called laughed \
      snapped
      """
  )
}
