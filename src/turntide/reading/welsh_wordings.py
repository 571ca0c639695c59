"""The wordings of Welsh plans for the headings of columns: public bodies in Wales publish in both languages."""

from __future__ import annotations

from turntide.reading.heading_words import Meaning

M = Meaning

WELSH: tuple[tuple[tuple[Meaning, ...], str], ...] = (
    ((M.REF,), "cyf|cyf.|rhif|cyfeirnod|rhif cyfeirnod"),
    ((M.LEVEL,), "thema|blaenoriaeth|blaenoriaethau|maes|maes blaenoriaeth|pwnc|llif gwaith|uchelgais"),
    ((M.LEVEL, M.ACTION), "amcan|amcanion|nod|nodau"),
    (
        (M.ACTION,),
        "gweithred|gweithredoedd|gweithredu|cam gweithredu|camau gweithredu|camau|camau i'w cymryd|"
        "beth fyddwn ni'n ei wneud|beth fyddwn yn ei wneud|yr hyn y byddwn yn ei wneud|beth wnawn ni|argymhelliad|"
        "argymhellion|tasg|tasgau",
    ),
    ((M.ACTION, M.DETAIL), "gweithgaredd|gweithgareddau|prosiect"),
    ((M.DETAIL,), "disgrifiad|manylion"),
    (
        (M.LEAD,),
        "arweinydd|arweinwyr|arweinir gan|corff arweiniol|sefydliad arweiniol|swyddog arweiniol|"
        "partner arweiniol|cyfrifoldeb|swyddog cyfrifol|perchennog|yn gyfrifol",
    ),
    ((M.OWNER,), "pwy|gan bwy|sefydliad|sefydliadau|gwasanaeth|adran"),
    ((M.PARTNER,), "partner|partneriaid|partneriaid cefnogi|partneriaid allweddol|cefnogaeth"),
    (
        (M.TIMESCALE,),
        "amserlen|amserlenni|graddfa amser|pryd|erbyn pryd|erbyn|dyddiad|dyddiad cwblhau|dyddiad targed|"
        "dyddiad cau|blwyddyn",
    ),
    ((M.MILESTONE,), "carreg filltir|cerrig milltir|allbwn|allbynnau"),
    (
        (M.MEASURE,),
        "mesur|mesurau|mesur llwyddiant|mesurau llwyddiant|canlyniad|canlyniadau|deilliant|deilliannau|dangosydd|"
        "dangosyddion|dangosyddion perfformiad|effaith|sut byddwn yn mesur llwyddiant|"
        "sut fyddwn ni'n mesur llwyddiant|sut byddwn ni'n gwybod|sut fyddwn ni'n gwybod",
    ),
    ((M.TARGET, M.MEASURE), "targed|targedau"),
    ((M.RATIONALE,), "pam|rhesymeg|cyd destun|cefndir"),
    ((M.STATUS,), "statws|statws cag|cag|coch ambr gwyrdd"),
    ((M.PROGRESS,), "cynnydd|diweddariad|y diweddaraf|sylwadau|cynnydd hyd yma"),
    ((M.MONEY,), "cost|costau|cyllideb|cyllid"),
    ((M.REMARK,), "adnoddau|risg|risgiau"),
    ((M.NOTE,), "nodyn|nodiadau"),
)
