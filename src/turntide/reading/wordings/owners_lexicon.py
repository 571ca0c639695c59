"""General words of the bodies that public plans name: what names end in, and what stands as a name."""

from __future__ import annotations

import re
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split("|"))


# A name of two words or more may end in one of these; alone they name nothing.
BODY_WORDS = _words("""
    academy agency alliance association associations authorities authority board boards body branch
    centre centres charities charity cic club clubs college colleges commission committee company
    consortium cooperative corporation council councils department departments directorate division
    federation forum forums foundation fund group groups hospice hospital hospitals hub hubs icb
    institute libraries library limited ltd museum network networks nhs office organisation
    organisations panel partner partners partnership partnerships plc practice practices programme
    provider providers school schools sector service services society system team teams trust trusts
    union unit universities university
""")
ROLE_WORDS = _words("""
    adviser advisor chair champion co-ordinator commissioner commissioners consultant coordinator
    director directors head lead leads manager managers member officer officers planner planners
    secretary strategist
""")
# Plural ends after which another name may begin: 'Leisure Services Parish Councils'.
PLURAL_ENDS = frozenset(word for word in BODY_WORDS if word.endswith("s") and word != "nhs")
# What may stand as a whole name. Left out on purpose: words that names are often made of ('planning',
# 'culture', 'leisure', 'health').
STANDING = _names("""
     | active travel | acute trust | adult education | adult services | adult social care | adults'
    services | all partners | ambulance service | borough councils | businesses | carers | ccg |
    ccgs | charities | children's centres | children's services | children's social care | city
    council | colleges | comms | communications | communities | community groups | community
    partners | community safety | community safety partnership | county council | customer services
    | democratic services | district councils | dwp | early help | early years | economic
    development | employers | environmental health | environmental services | estates | faith groups
    | finance | fire and rescue | fire and rescue service | fire service | gp practices | gps |
    health visitors | highways | hospitals | housing | housing associations | hr | human resources |
    icb | ics | ict | it | it services | jobcentre plus | landlords | legal | legal services |
    leisure centres | leisure providers | leisure services | lep | libraries | licensing | local
    businesses | maternity services | mental health services | multiple partners | nhs | nhs england
    | nurseries | parish councils | partners | pcn | pcns | pharmacies | pharmacists | police |
    primary care | prisons | probation | probation service | procurement | public health |
    registered providers | regulatory services | residents | school nurses | schools | secondary
    care | social care | social prescribers | sports clubs | third sector | town councils | trading
    standards | transport | universities | university | vcs | vcse | vcsfe | voluntary sector |
    voluntary sector organisations | volunteers | waste services
""")
# Ends that two names before it may share: 'Housing and Leisure Services' is one name.
SHARED_ENDS = _words("""
    board boards committee councils department departments directorate division forum forums group
    groups hub manager managers network networks office officer officers partnership programme
    sector service services team teams
""")
JOINING = _words("and & of for the in with at to on from by / - – —")
EDGES = " \t\r\n\u00a0.,;:*()/-–—•"


@lru_cache(8192)
def plain(name: str) -> str:
    """A name as compared: lower case, straight apostrophes, '&' as 'and', single spaces, bare ends."""
    words = name.strip(EDGES).lower().replace("’", "'").replace("‘", "'").split()
    return " ".join("and" if word == "&" else word for word in words)


def ends_in_body(name: str) -> bool:
    """Whether a name of two words or more ends in a word that bodies' names end in."""
    words = plain(re.sub(r"\([^)]*\)\s*$", "", name)).split()
    return len(words) > 1 and words[-1] in BODY_WORDS | ROLE_WORDS and words[-2] not in JOINING


def is_acronym(name: str) -> bool:
    """Whether a name is one word of two to seven capitals ('ICB', 'VCSE')."""
    return re.fullmatch(r"[A-Z][A-Z&0-9]{1,6}", name.strip()) is not None


def stands(name: str) -> bool:
    """Whether a name may stand by itself for all one knows in general."""
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", name)
    return plain(bare) in STANDING or ends_in_body(name) or is_acronym(bare)
