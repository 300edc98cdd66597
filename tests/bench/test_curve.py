"""The learning curve: ever more documents, the same ones read, evenly drawn."""

from bench import curve, texts
from ocop.evaluate import Prediction


def test_each_point_learns_from_twice_as_many_and_reads_the_same(monkeypatch) -> None:
    whole = texts.labelled()
    sample = texts.Sample(tuple(whole[:5]), tuple(whole[70:150]), len(whole))
    asked = []

    def predict(read, others, say, epochs):
        asked.append(([d.id for d in read], [d.id for d in others], epochs))
        return [Prediction(d.id) for d in read]

    monkeypatch.setattr(curve, "predict_left_out", predict)
    found = curve.measure(sample, lambda _: None, epochs=2)
    assert [point["documents"] for point in found["points"]] == [10, 20, 40, 80]
    assert [len(others) for _, others, _ in asked] == [10, 20, 40, 80]
    assert all(read == [d.id for d in sample.read] for read, _, _ in asked)
    assert asked[-1][1] == [d.id for d in sample.others]
    assert {epochs for *_, epochs in asked} == {2}
    assert found["points"][0]["strict"] == 0.0
