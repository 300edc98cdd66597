from __future__ import annotations

import json
from dataclasses import replace

from extract.model import Issue, Kind, Reading, Span
from national.frames import CaptureRef, claims_frame, documents_frame, issues_frame

SENTENCE = "Đến hết năm 2022, Nghệ An có 403 sản phẩm OCOP đạt 3 sao trở lên."


def test_a_claim_keeps_its_words_and_places(desk) -> None:
    desk.add(403, sentence=SENTENCE, decision="279/QĐ-UBND", reasons=("cue: đến hết năm",))
    row = desk.claims.iloc[0]
    assert (row["quote"], row["sentence"], row["stars"]) == ("403", SENTENCE, "3,4,5")
    text = desk.readings[0].document.text
    assert text[row["quote_start"] : row["quote_end"]] == "403"
    assert text[row["sentence_start"] :].startswith(SENTENCE)
    assert (row["place_name"], row["province_code"], row["place_regime"]) == ("Nghệ An", "40", 63)
    assert json.loads(row["reasons"]) == ["cue: đến hết năm"]


def test_evidence_is_w3c_selectors_that_find_the_words(desk) -> None:
    desk.add(403, sentence=SENTENCE)
    text = desk.readings[0].document.text
    roles = {item["role"]: item["selector"] for item in json.loads(desk.claims["evidence"].iloc[0])}
    assert set(roles) == {"number", "sentence"}
    for position, quote in roles.values():
        assert position["type"] == "TextPositionSelector"
        assert quote["type"] == "TextQuoteSelector"
        assert text[position["start"] : position["end"]] == quote["exact"]
    quote = roles["number"][1]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert quote["prefix"].endswith("Nghệ An có ")


def test_one_payload_at_two_addresses_counts_once(desk) -> None:
    desk.add(403)
    first = desk.readings[0]
    other = replace(first, document=replace(first.document, url="https://a.example/"))
    assert len(claims_frame([first, other])) == 1
    documents = documents_frame([first, other])
    assert documents["url"].tolist() == ["https://a.example/"]


def test_a_document_knows_its_capture(desk) -> None:
    desk.add(403)
    desk.add(404)
    capture = CaptureRef("corpus-1.warc.gz", 1234, "ab" * 32)
    documents = documents_frame(desk.readings, {"d00000": capture}).set_index("document_id")
    assert documents.loc["d00000", ["warc", "offset", "digest"]].tolist() == [
        "corpus-1.warc.gz",
        1234,
        "ab" * 32,
    ]
    assert documents.loc["d00001", ["warc", "offset", "digest"]].isna().all()
    assert documents["n_claims"].tolist() == [1, 1]


def test_issues_of_documents_and_of_the_run_are_all_there(desk) -> None:
    desk.add(403)
    reading = desk.readings[0]
    span = Span.of(reading.document.text, 0, 3)
    mine = Issue("unread_number", "A number near OCOP", document_id="d00000", span=span)
    reading = Reading(
        replace(reading.document, issues=(Issue("no_date", "No date"),)), issues=(mine,)
    )
    frame = issues_frame([reading], [Issue("bad_file", "Not a document", where="x.pdf")])
    assert frame["code"].tolist() == ["bad_file", "no_date", "unread_number"]
    last = frame.iloc[2]
    assert (last["start"], last["end"], last["text"]) == (0, 3, span.text)


def test_nothing_read_gives_empty_tables() -> None:
    assert claims_frame([]).empty
    assert documents_frame([]).empty
    assert issues_frame([]).empty


def test_kinds_are_written_as_words(desk) -> None:
    desk.add(3, kind=Kind.RE_RECOGNISED)
    assert desk.claims["kind"].tolist() == ["re_recognised"]
