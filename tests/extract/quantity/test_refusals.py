"""Why a number is no count: every refusal by name, and its nearest neighbour that is a count."""

import re
from pathlib import Path

import pytest

from crossread.extract.quantity import REFUSALS, find_quantities, refusal

# (sentence with one number in question marked by [[ ]], code or None)
CASES = [
    ("She was aged [[34]].", "age"),
    ("a [[14]]-year-old boy", "age"),
    ("a boy [[14]] years old", "age"),
    ("Maria Lopez, [[61]], said she ran", "age"),
    ("a shopkeeper from the harbour, [[38]], says", "age"),
    ("He is [[34]] and has two sons", "age"),
    ("Women in their [[30]]s", "age"),
    ("They found the body of Ali Hassan ([[42]])", "age"),
    ("children [[under 5]] years of age", "age"),
    ("The oldest of the four is [[twelve]].", "age"),
    ("He gave the age of the girl as [[13]].", "age"),
    ("nobody [[less than 18]] is given a lamp", "age"),
    ("The guard and Dr Ines Mora, [[34]], were shot.", "age"),
    ("Among the wounded, [[34]], were sent home", None),
    ("Monday, Tir [[26]], 1402", "date"),
    ("He flew an ATR [[72]] to the coast.", "identifier"),
    ("an NGO [[40]] volunteers strong", None),
    ("Regional Office [[4]] says so", "identifier"),
    ("the fare of [[2 lakh 80 thousand]] is unpaid", "money"),
    ("They found [[3 lakh]] cash", "money"),
    ("The pilot had [[9,400]] flying hours", "duration"),
    ("The toll: 9, 14 and, until Friday, [[18]].", None),
    ("Those landed: Burkina Faso ([[11]])", None),
    ("By [[seven]] this evening they had nine bodies", "clock"),
    ("from nine at night to [[three]] at dawn", "clock"),
    ("The two received [[six]] and four years.", "duration"),
    ("She asked for 16 years for the driver and [[12]] for the guard.", "duration"),
    ("They killed [[six]] and two days later fled", None),
    ("He announced [[5 lac]] for each heir", "money"),
    ("Some [[2 lakh]] people were displaced", None),
    ("They pay less, [[2,500]], but sit below", "money"),
    ("a ransom of [[40 million]] was paid", "money"),
    ("a cost of [[13]] dead and 30 hurt", None),
    ("Gas stood at [[310]] ppm", "energy"),
    ("Her pass number, [[4471]], was on the table.", "identifier"),
    ("the patrol boat CP [[319]], which came", "identifier"),
    ("Two mistakes are [[two]] too many", "pronoun"),
    ("In the north [[34]] were killed", None),
    ("He was among [[34]] survivors", None),
    ("boys as young as [[12]] were held", "age"),
    ("the oldest victim was [[91]]", "age"),
    ("the youngest of them [[ten]], were driven home", "age"),
    ("most of the dead were older than [[60]]", "age"),
    ("It is day [[four]].", "identifier"),
    ("Flash Update No. [[1]] gave 2,100 households.", "identifier"),
    ("Were there survivors? No. [[12]] people died.", None),
    ("By day four [[twelve]] had died", None),
    ("a camp set up for [[30,000]] people", "capacity"),
    ("new cases ([[24h]])", "duration"),
    ("one that killed [[67]] in 1959", None),  # a year is no whole of a share
    ("the police arrested [[19]] in 2021", None),
    ("they buried 5 Monday, [[2]] Tuesday", None),
    ("Vehicles: [[48]]", "thing"),
    ("Hectares of crops lost | [[7,400]]", "thing"),
    ("Teachers: [[48]]", None),
    ("People displaced (in [[thousands]])", "scale"),
    ("people in [[thousands]] of tents", None),
    ("at [[10:30]] local time", "clock"),
    ("at [[7]] p.m.", "clock"),
    ("| Deceased | 14 Nov ([[1900]]) | 15 Nov (1800) |", "clock"),
    ("of the wounded in the camp ([[1,900]]) and on the road", None),
    ("from [[6]] to 9 a.m.", "clock"),
    ("at [[0700]] GMT", "clock"),
    ("at [[4.17]] a.m.", "clock"),
    ("at half past [[seven]]", "clock"),
    ("on [[3]] March", "date"),
    ("on March [[3]], gunmen", "date"),
    ("the night of [[2 to 3]] March", "date"),
    ("on [[16]] and 17 August", "date"),
    ("on Friday, Oct. [[13]]", "date"),
    ("on [[5/3/2024]] the", "date"),
    ("in [[2019]]", "year"),
    ("the floods of [[1957]]", "year"),
    ("the [[1990]]s", "year"),
    ("from [[2013]]-14", "year"),
    ("[[2024]] families were moved", None),
    ("[[2,024]] people in", None),
    ("for [[six]] days", "duration"),
    ("a [[72]]-hour truce", "duration"),
    ("[[three]] consecutive nights", "duration"),
    ("[[five]] more weeks", "duration"),
    ("[[30]] day labourers", None),
    ("[[50]] miles south", "distance"),
    ("a [[30]]-kilometre front", "distance"),
    ("some [[800]] m from the gate", "distance"),
    ("[[12]] hectares burned", "area"),
    ("[[400]] sq km", "area"),
    ("winds of [[120]] km/h", "speed"),
    ("winds of [[75]] mph", "speed"),
    ("[[30]] tonnes of flour", "weight"),
    ("[[200]] litres of fuel", "volume"),
    ("[[38]] degrees", "temperature"),
    ("[[40]]°C in the shade", "temperature"),
    ("[[600]] megawatts", "energy"),
    ("$[[5]] million in aid", "money"),
    ("US$ [[674M]] required", "money"),
    ("rose from SDG [[145,000]] to SDG 190,000", "money"),
    ("[[200,000]] XAF for each family", "money"),
    ("ALL [[145]] PASSENGERS DEAD", None),
    ("[[300]] euros each", "money"),
    ("Rs [[10 lakh]] to the next of kin", "money"),
    ("[[2 million]] US dollars", "money"),
    ("[[80]]% of the city", "share"),
    ("[[12]] per cent", "share"),
    ("[[two]]-thirds of them", "share"),
    ("[[one]] in six residents", "share"),
    ("[[more than one]] in three of them", "share"),
    ("[[nine]] out of ten", "share"),
    ("a [[7.8]] magnitude quake", "magnitude"),
    ("magnitude [[6]] quake", "magnitude"),
    ("a category [[4]] storm", "magnitude"),
    ("won [[3]]-1", "score"),
    ("repealed by 121 votes to [[11]], with the rest absent", "score"),
    ("by [[120]] votes", "score"),
    ("Resolution [[2254]]", "identifier"),
    ("Flight [[302]] crashed", "identifier"),
    ("SPNH-[[17]] said", "identifier"),
    ("an F-[[16]] jet", "identifier"),
    ("the G[[9]] gang", "identifier"),
    ("Train No. [[12841]]", "identifier"),
    ("at [[12]] Baker Street", "identifier"),
    ("The dead number [[140]], he said", None),
    ("section [[144]]", "identifier"),
    ("call [[112]]", "phone"),
    ("[[+39 02 555 0117]]", "phone"),
    ("[[1]]. FATALITIES", "section"),
    ("the [[37]]th session", "ordinal"),
    ("its [[twenty]]-first day", "ordinal"),
    ("ranked [[3]] in", "rank"),
    ("the top [[10]] list", "rank"),
    ("a prison built for [[700]]", "capacity"),
    ("a capacity of [[350]]", "capacity"),
    ("a [[300]]-bed hospital", "capacity"),
    ("[[4,500]] a day", "rate"),
    ("per [[100,000]] residents", "rate"),
    ("[[three]] times", "frequency"),
    ("came on motorbikes, [[two]] by two", "file"),
    ("handed over [[104]] men", None),
    ("a [[three]]-storey house", "compound"),
    ("a [[12]]-member crew", None),
    ("[[one]] of the deadliest attacks", "one_of"),
    ("[[one]] of them critically", None),
    ("no [[one]] was hurt", "pronoun"),
    ("[[one]] day later", "duration"),
    ("[[one]] another", "pronoun"),
    ("not [[one]] was hurt", "zero"),
    ("[[0]] dead", "zero"),
    ("[[6.5]] was read", "decimal"),
    ("killing [[23]] people", None),
    ("[[dozens]] of people", None),
    ("[[at least one]] person", None),
    ("[[100,000]] people marched", None),
    ("left [[4]], including a child, dead", None),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "code"), CASES)
def test_codes(marked: str, code: str | None) -> None:
    start = marked.index("[[")
    text = marked.replace("[[", "").replace("]]", "")
    (quantity,) = [
        each
        for each in find_quantities(text)
        if each.start <= start < each.end or each.start == start
    ]
    assert refusal(text, quantity) == code


def test_every_code_has_its_sentence_and_its_case() -> None:
    tried = {code for _, code in CASES if code is not None}
    assert tried == set(REFUSALS)
    assert all(sentence.endswith(".") for sentence in REFUSALS.values())


def test_every_code_stands_in_the_documents() -> None:
    page = Path(__file__).parents[3] / "docs" / "quantities.md"
    listed = set(re.findall(r"^\| `(\w+)` \| ", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert listed - {"approx", "vague", "increment", "core"} == set(REFUSALS)
