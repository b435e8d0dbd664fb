"""What every adapter of the platform port keeps: the directory of designated institutions."""

from __future__ import annotations

from typing import Any

import pytest
from contract.platform_kit import HOSPITAL, Wallet, World, operator_call

from wallet_cli.errors import InstitutionUnknown, PlatformError, RegionInvalid, SignInNeeded
from wallet_cli.ports import Call, InstitutionInfo, Page

ADDED = InstitutionInfo(
    "H50010100001", "重庆市万州区人民医院", "Wanzhou People's Hospital", "500101", 3, ("voucher", "inpatient"), True
)


class DirectoryContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_by_name_pinyin_and_initials(self, world: World) -> None:
        wallet = world.active()
        for text, code in (
            ("北京第一医院", "H11000000001"),
            ("沙盒北京第一医院", "H11000000001"),
            ("First Hospital", "H11000000001"),
            ("first beijing", "H11000000001"),
            ("beijing diyi", "H11000000001"),
            ("BEIJINGDIYI", "H11000000001"),
            ("bjdyyy", "H11000000001"),
            ("北京 药店", "P11000000001"),
            ("chongqing yiyuan", "H50000000001"),
            ("xiamen", "H35020000001"),
            ("lu'an", "H34150000001"),
            ("Xi'an Hospital", "H61010000001"),
        ):
            assert code in codes(find(wallet, text=text)), text
        assert codes(find(wallet, text="bjdyyy")) == ["H11000000001"]
        assert codes(find(wallet, text="没有这家医院")) == []
        assert codes(find(wallet, text="%")) == codes(find(wallet))
        assert codes(find(wallet, text="_")) == codes(find(wallet))

    def test_an_institution_that_staff_added_is_found_by_its_pinyin(self, world: World) -> None:
        wallet = world.active()
        world.platform.agency.add_institution(operator_call(), ADDED)
        for text in ("wanzhou", "cqswzqrmyy", "人民医院", "chongqing renmin", "people's"):
            assert ADDED.fixmedins_code in codes(find(wallet, text=text)), text
        assert find(wallet, region="500101").items == (ADDED,)
        assert ADDED in find(wallet, region="500000").items

    def test_by_place(self, world: World) -> None:
        wallet = world.active()
        assert codes(find(wallet, region="410100")) == ["H41010000001", "P41010000001"]
        assert codes(find(wallet, region="410000")) == ["H41010000001", "H41030000001", "P41010000001"]
        assert codes(find(wallet, region="540000")) == []
        with pytest.raises(RegionInvalid):
            find(wallet, region="990000")

    def test_by_what_they_take(self, world: World) -> None:
        wallet = world.active()
        everything = find(wallet).items
        chosen: dict[str, Any]
        for chosen in (
            {"supports": ("voucher",)},
            {"supports": ("inpatient", "chronic")},
            {"supports": ("pharmacy", "voucher", "card")},
            {"level": 0},
            {"level": 3, "cross_province": True},
            {"cross_province": True, "region": "110000", "text": "beijing"},
        ):
            wanted = [
                one.fixmedins_code
                for one in everything
                if set(chosen.get("supports", ())) <= set(one.supports)
                and chosen.get("level", one.level) == one.level
                and (one.cross_province or not chosen.get("cross_province"))
                and one.region.startswith(str(chosen.get("region", ""))[:2])
            ]
            assert wanted and len(wanted) < len(everything)
            assert codes(find(wallet, **chosen)) == wanted, chosen

    def test_pages_hold_every_institution_once(self, world: World) -> None:
        wallet = world.active()
        whole = codes(find(wallet))
        seen, cursor = [], None
        while True:
            page = find(wallet, cursor=cursor, limit=3)
            assert 1 <= len(page.items) <= 3
            seen += codes(page)
            cursor = page.cursor
            if cursor is None:
                break
        assert seen == whole == sorted(whole)

    def test_one_of_them(self, world: World) -> None:
        wallet = world.active()
        citizen = world.platform.citizen
        one = citizen.institution(wallet.call("institution"), HOSPITAL).value
        assert one in find(wallet).items and one.name_en == "Sandbox Beijing First Hospital"
        for code in ("H99999999999", "", "x" * 500):
            with pytest.raises(InstitutionUnknown):
                citizen.institution(wallet.call("institution"), code)

    def test_what_cannot_be_asked(self, world: World) -> None:
        wallet = world.active()
        chosen: dict[str, Any]
        for chosen in (
            {"supports": ("x-ray",)},
            {"level": 4},
            {"level": -1},
            {"limit": 0},
            {"limit": 501},
            {"text": "x" * 101},
            {"text": "a b c d e"},
        ):
            with pytest.raises(PlatformError):
                find(wallet, **chosen)
        for call in (Call(None), operator_call()):
            with pytest.raises(SignInNeeded):
                world.platform.citizen.institution(call, HOSPITAL)


def find(wallet: Wallet, **chosen: Any) -> Page[InstitutionInfo]:
    """One page, of everything unless chosen otherwise."""
    asked: dict[str, Any] = {"text": None, "region": None, "supports": (), "level": None, "cross_province": False}
    asked |= {"cursor": None, "limit": 500, **chosen}
    return wallet.platform.citizen.find_institutions(wallet.call("find_institutions"), **asked).value


def codes(page: Page[InstitutionInfo]) -> list[str]:
    return [one.fixmedins_code for one in page.items]
