"""Sentences of English."""

from __future__ import annotations

import re

from toolkit.language.lexicon.prose.model import (
    Abbreviations,
    Enumerating,
    Negation,
    Prose,
    words,
)

PROSE = Prose(
    script="LATIN",
    letters=frozenset(),
    function_words=words(
        """
        the of and to that was for with his their from have they which you were there been will would
        could should who whose whom when what this these those than them into our she he him about
        after before because between through under over such any other also must may can not but if
        its by had are
        """
    ),
    abbreviations=Abbreviations(
        binding=words(
            """
            mr mrs ms messrs dr prof rev hon st sr jr gen col maj capt lt sgt gov sen rep pres mt ft vs
            cf viz e.g i.e e i eg ie approx dept univ ed eds transl ave blvd rd
            """
        ),
        before_figures=words(
            """
            no nos art arts para paras subpara sec sect ch chap fig figs p pp vol pt annex tab rule op
            doc res ser c jan feb mar apr jun jul aug sep sept oct nov dec
            """
        ),
        after_figures=words("m km kg cm mm ha hrs min sec mln bn"),
        initials=words("yu ya zh kh sh ch ts gh dzh"),
        closing=re.compile(r"\b(?:etc|al|inc|ltd|co|corp|u\.s|u\.k|u\.n|a\.m|p\.m|b\.c|a\.d)$"),
    ),
    negation=Negation(
        words=words("not no never nobody none nothing nowhere neither nor cannot"),
        forms=re.compile(r"\w+n[’']t"),
        hints=re.compile(
            r"\b(?:without|un(?!der|til|io|it|iv)\w{4,}|in(?:a[bcd]|ca|co|ef|ex|fr|hu|ju|no|op|se|su|va|vis|vol)\w{3,}|im(?:mo|ma|pa|per|po|pu)\w{3,}|il?legal\w*|irr\w+|dis(?!tri|cuss|pla|tan)\w{4,}|non-?\w+|\w+less|"
            r"refus\w*|fail\w*|lack\w*|den(?:y|ie[sd]|ial)\w*|absen\w*|prohibit\w*|forbid\w*|forbade|ban\w*|"
            r"hardly|scarcely|barely|few|little|instead|only|stop\w*|end|except|unless|missing|lost|los[et]\w*|"
            r"against|rather|reject\w*|abstain\w*|refrain\w*|cease\w*|prevent\w*|avoid\w*|too|other|far|"
            r"seldom|rarely|out|silen\w*|before|beyond|free|empty|spare\w*|escape\w*|opposed|withh\w+|"
            r"same|remain\w*|omitt\w*|withheld|late\w*|correct\w*|declin\w*|depriv\w*|miss\w*|pending|omit\w*|younger|under|whatever|regardless|fall|longer|but)\b"
        ),
        idioms=re.compile(
            r"\bnot only\b|\bnot (?:least|later than|less than|more than)\b|"
            r"\bno (?:less|more|fewer|later) than\b|\bno\.\s?\d|"
            # "Does not open until ten" opens at ten.
            r"(?:\bnot|n[’']t)(?: [\w-]+){1,4} until\b"
        ),
    ),
    enumerating=Enumerating(
        closing=re.compile(r"(?:^|(?<=\s))(?:and|or|as well as)\s(?=\S)", re.IGNORECASE),
        after_comma=re.compile(r"(?:and|or|as well as)\s", re.IGNORECASE),
        # A date, a clause, an explanation, a participle, a part of a law that was named before.
        breaking=re.compile(
            r"(?:in|since|until) (?:1[89]|20)\d\d|\d{1,2} (?:January|February|March|April|May|June|July|"
            r"August|September|October|November|December)\w*|"
            r"(?:(?:by|in|on|to|of|for|from|with|at) (?:which|whom|whose|what|inter alia)|inter alia|"
            r"namely|such as|among them|(?:good|free|full|ready|fit|due) (?:for|from|of|to)|"
            r"(?:\w{2,}ed|chosen|taken|given|written|made|held|known|built|kept|sent) (?:by|from|to|in|"
            r"with|at|on|as|so|for|under|of|into)|"
            r"(?:sub)?(?:paragraph|para|section|part|item|article|rule|clause)s?\.?\W*\d\w*|which|who|whom|whose|that|if|when|while|where|because|although|though|but|so|as|"
            r"than|including|for example|not|nor|then|with|until|after|before|he|she|they|"
            r"it|we|you|i|there)\b",
            re.IGNORECASE,
        ),
        opening=re.compile(
            r"^(?:in|on|at|by|for|from|with|to|of|after|before|since|during|today|"
            r"yesterday|then|finally|moreover|also|yes|no|under|among|despite|over|within|sometimes|often|"
            r"instead|besides|once)\b",
            re.IGNORECASE,
        ),
        aside=re.compile(
            r"^(?:if|when|although|while|as|because|though|however|according|to \w+$)\b",
            re.IGNORECASE,
        ),
    ),
    # Articles and auxiliary verbs.
    light=re.compile(
        r"\b(?:the|an?|of|is|are|was|were|be|been|has|have|had|do|does|did|will|would) ",
        re.IGNORECASE,
    ),
    length=1.0,
    dangling=re.compile(
        r"\b(?:the|an?|and|or|nor|of|from|with|into|that|which|who|whose|whom|when|while|where|because|"
        r"although|though|if|as|than|at|for|between|among|during|against|upon|towards?|despite|per|its|"
        r"their|our|your|every|be|been|being|whether|until|without|very|such)$"
    ),
    hanging=re.compile(
        r"\b(?:to|in|on|by|his|her|my|this|these|those|is|are|was|were|has|have|had|will|would|should|"
        r"may|might|must|could|can|not|only|also|some|any|other|another|more|most|about|under|over|"
        r"through|within|since|\w+(?:ive|ous|ful|able|ical|ern)|mr|ms|mrs|new|former|local|own|many|"
        r"several|does|there)$"
    ),
)
