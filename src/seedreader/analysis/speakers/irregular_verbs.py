"""Past forms of verbs that don't end in -ed, and forms that are a noun or adjective as often as a verb."""

from __future__ import annotations

from seedreader.analysis.speakers.saying_verbs import bag

PAST = bag(
    "arose ate awoke beheld blew bled bred burnt came clung crept dealt drank dug dwelt fed flung"
    " forbade foresaw foretold fled held hid hung knelt leapt leant led lit meant misled misread mistook"
    " outbid outdid outgrew overheard overran overrode oversaw overslept overtook overthrew pled rebuilt"
    " rebuked redid repaid resold retook rode rose sang sank sat shone shook shrank slain slept slew"
    " slid slung smelt sought spat sped spilt spoilt sprang sprung spun stank stole strode strove struck"
    " strung stuck stung swam swelled swept swore swung taught threw tore trod undid understood"
    " undertook underwent upheld wept withdrew withheld withstood woke won wore wove wrote felt sent"
)
"""Simple pasts that are no other common word."""

SHORT_ED = bag("aged axed died dyed eyed iced lied owed tied used vied")
"""Regular pasts too short to be told by their ending."""

NO_PAST = bag(
    "bed bleed breed creed deed embed exceed feed greed hatred heed hundred indeed kindred led naked need"
    " proceed red reed sacred seed shed shred sled speed succeed weed wicked"
)
"""Words in -ed that are no past form."""

EITHER = bag(
    "beat bent bet bid bit bound burst cast cost cut found ground hit hurt lay left lent let misread"
    " put quit read reset rid saw set shed shot shred shut slit split spread thrust undercut upset wed"
    " wound"
)
"""Past forms that are nouns, adjectives or base forms too: verbs where a subject stands before them."""

TRANSITIVE = bag(
    "beat bet bid bit bound cast cost cut found ground hit hurt let put read rid set shed shot slit"
    " thrust wound"
)
"""Those of them that as verbs hardly stand without an object: "a cut in taxes", but "a firm cut taxes"."""

PLURAL = bag("come face get give go live make need own pay run stay take use want work")
"""Base forms that are verbs after a plural and mostly nouns elsewhere."""
