"""Sentences of Turkmen.

Verbs are denied by -ma/-me before the ending of tense and person (bilmeýär, gelmedi, barmaz), by -ok
in the spoken present (bilemok), and nouns by däl, ýok, -syz/-siz. -maly/-meli ("must") and -mak/-mek
(the infinitive) deny nothing.
"""

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
    letters=frozenset("ýňşž"),
    function_words=words(
        """
        bilen üçin hem-de hem bu şu olar olaryň onuň ony oňa onda biz biziň siz ýa ýa-da ýöne emma
        bolsa boýunça barada baradaky hakda hakynda hakyndaky diýip diýen diýýär diýlip hiç däl ýok bir
        iki öz özüniň görä çenli soň soňra öň diňe ýaly ýene edip eden etmek bolan bolup boldy bolýar
        edýär edildi tarapyndan arkaly sebäpli şeýle şeýle-de şol näme nähili haýsy kim emele eger başga
        beýleki köp ähli
        """
    ),
    abbreviations=Abbreviations(
        binding=words("ş k köç jen hj mes ser sah sur tab jaý tel"),
        before_figures=words("mad böl bent san"),
        after_figures=words("ý g sm mm m km kg ga l t müň mln mlrd s j b"),
        initials=words("ýu ýa"),
        closing=re.compile(r"\bş\. ?m$"),
    ),
    negation=Negation(
        words=words("däl däldir däldi ýok ýokdur ýokdy hiç dälmi"),
        forms=re.compile(
            r"(?!namaz)\w{2,}m[ae](?:ý[aä]\w*|z(?:l[yi]k\w*|mys\w*|dan|den|a|e|dy|di|lar|ler)?|d[yi]\w*"
            r"|s[ae]|s[yi]n(?:lar|ler)?|ň|ndyr\w*|ndir\w*|j[ae]k\w*)"
            # The reported past (bilmändir) and the aorist (görmersiň).
            r"|(?!lukman|duşman)\w{2,}m(?:[aä]nd[yi][rgk]\w*|[ae]r(?:[yi]n|[yi]s|s[yi]ň\w*))"
            r"|ýok(?:dug|dy|luk|sa|myş)\w*|\w{2,}män|\w{3,}[aeä](?:m|n|ň|mz|ňz)ok(?:lar)?|\w+d[aä]l(?:dir|di)?"
        ),
        hints=re.compile(
            r"\b(?:\w{3,}s[yiuü]z\w*|gadagan\w*|mahrum\w*|ret|ýüz öwür\w*|bes|ýatyr\w*|garşy\w*|"
            r"ýitir\w*|ýiten|ýitdi|saklan\w*|diňe|başga|zordan|seýrek|az|ne|ne-de|zat|wessalam|dyn\w*|"
            # Participles, converbs and verbal nouns; "must" and the infinitive deny nothing.
            r"(?!lukman|türkmen|hökman|duşman|azman|pehim)\w{2,}m(?:[ae](?:d[yi]k|z|ý|s|ň)\w*|[aä]n)|"
            r"aňyrda|boş|ýeke\w*|inkär\w*|dym\w*|asla|derek\w*|ýerine|ornuna)\b"
        ),
        # To destroy, "not reached" for younger, "not passed" for valid, "not looking" for regardless.
        idioms=re.compile(
            r"\bdiňe (?:\S+ ){1,4}däl|\bdäl-de\b|\býok (?:ed\w+|et\w+|bol\w+)|\býok hasap\w*|"
            r"\býetmedik\w*|\bgeçmedik\w*|\b(?:köp|az|giç|ir|uly|kiçi|artyk) bolmadyk\w*|"
            r"\bgaramazdan\b|\b\w+ýok gezek\b"
        ),
    ),
    enumerating=Enumerating(
        closing=re.compile(
            r"(?:^|(?<=\s))(?:we|ýa-da|ýa|hem-de|şeýle hem)(?:\s(?=\S)|:)", re.IGNORECASE
        ),
        after_comma=re.compile(r"(?:şeýle hem|hem-de|we hatda)\s", re.IGNORECASE),
        breaking=re.compile(
            r"(?:\d{1,2}-nj[iy] (?:ýanwar|fewral|mart|aprel|maý|iý|"
            r"awgust|sentýabr|oktýabr|noýabr|dekabr)\w*|"
            r"ýöne|emma|sebäbi|çünki|eger|haçan|ýagny|şol sanda|şonuň üçin|şonda|bolsa|ol|olar|"
            r"şeýdip|ýogsam|ne|diňe|meselem)\b",
            re.IGNORECASE,
        ),
        # A place, a time or a converb; a condition, an attribute, a postposition without its noun.
        opening=re.compile(r"(?:soň|öň|başga|wagty|güni|edip|üçin|[dk][aeä])$", re.IGNORECASE),
        aside=re.compile(
            r"(?:görä|boýunça|laýyklykda|bäri|çenli|sebäpli|[^\W\d_]{2}s[ae]|[ae]nd[ae]|"
            r"[^\W\d_]{2}(?:(?<!st)an|en|än))$",
            re.IGNORECASE,
        ),
    ),
    # What is written with a year, a day or an amount beside its figures.
    light=re.compile(r"(?<=\d)-\w+(?: ýyl\w*)?"),
    length=1.06,
    # A sentence ends with its predicate; a genitive, an accusative, a converb or an attribute is none.
    dangling=re.compile(
        r"(?:\b(?:we|ýa-da|hem-de|emma|ýöne|bu|şol|şu|her|bir|iň|has|diňe|öz|ähli|bütin|baradaky|hakyndaky|"
        r"bilen|boýunça)|[^\W\d_]{2,}(?:n[yi]ň|l[ae]r[yi]ň|[yi]n[yi]|[^aeäiouöüy][yi]p|d[aä]ky|d[aä]ki)|nj[iy])$"
    ),
    hanging=re.compile(
        r"[^\W\d_]{2,}(?:ýan|ýän|dan|den|da|de|ga|ge|na|ne|lyk|lik|syz|siz|mak|mek|maga|mäge|yna|ine|ynda|"
        r"inde)$|\b(?:ýaly|soň|çenli|görä)$"
    ),
)
