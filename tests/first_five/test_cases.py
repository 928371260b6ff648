"""What the cases leave out, and where a question is asked."""


def test_every_event_is_in_a_case(archive):
    told = {event for case in archive.cases.values() for event in case.events}
    assert sorted(archive.events.keys() - told) == []


def test_whether_xiaomi_builds_a_car_is_asked_where_it_was_denied_and_nowhere_else(built):
    asked = [
        name
        for name, page in built.pages.items()
        if name.startswith("cases/") and "#xiaomi-car-fake-news-and-the-su7" in page
    ]
    assert asked == ["cases/byd-joint-car-rumour.md"]
