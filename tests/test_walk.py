"""What stands in a record is found by the types of its fields; a new field needs no other code."""

from dataclasses import field

from build_tools.model.dates import Date
from build_tools.model.record import ActorId, Bilingual, Passage, SourceId, record
from build_tools.model.walk import found_in, passages_in, without_lost

_WORDS = Bilingual(**{"en": "Words", "zh-Hans": "话"})


@record
class Toy:
    """A record that no code knows."""

    maker: ActorId
    title: Bilingual = _WORDS
    made: Date | None = None
    seller: ActorId | None = None
    shown_in: tuple[SourceId, ...] = ()
    by_room: dict[str, tuple[ActorId, ...]] = field(default_factory=dict)
    evidence: tuple[Passage, ...] = ()


@record
class Shop:
    toys: tuple[Toy, ...] = ()
    best: Toy | None = None


_PASSAGE = Passage(source="a-seed", quote="words")


def test_every_id_date_and_quotation_is_found_with_the_way_to_it():
    toy = Toy(
        maker="xiaomi",
        made=Date("2026"),
        shown_in=("b-seed",),
        by_room={"hall": ("xu-fei", "lei-jun")},
        evidence=(_PASSAGE,),
    )
    assert [(each.way, each.kind) for each in found_in(Shop(toys=(toy,)))] == [
        (("toys", 0, "maker"), "actor"),
        (("toys", 0, "made"), "date"),
        (("toys", 0, "shown_in", 0), "source"),
        (("toys", 0, "by_room", "hall", 0), "actor"),
        (("toys", 0, "by_room", "hall", 1), "actor"),
        (("toys", 0, "evidence", 0), "passage"),
        (("toys", 0, "evidence", 0, "source"), "source"),
    ]
    assert passages_in(Shop(toys=(toy,), best=toy)) == (_PASSAGE, _PASSAGE)


def test_what_leads_nowhere_goes_alone_where_it_may_be_absent_and_else_with_what_holds_it():
    def is_lost(kind, id):
        return (kind, id) == ("actor", "gone")

    kept = Toy(
        maker="xiaomi", seller="gone", by_room={"hall": ("gone", "lei-jun")}, shown_in=("gone",)
    )
    shop = without_lost(Shop(toys=(Toy(maker="gone"), kept), best=Toy(maker="gone")), is_lost)
    assert shop == Shop(
        toys=(Toy(maker="xiaomi", by_room={"hall": ("lei-jun",)}, shown_in=("gone",)),)
    )
    assert without_lost(Toy(maker="gone"), is_lost) is None


def test_a_record_of_which_nothing_is_lost_stays_the_same_one():
    shop = Shop(toys=(Toy(maker="xiaomi", evidence=(_PASSAGE,)),))
    assert without_lost(shop, lambda kind, id: False) is shop
