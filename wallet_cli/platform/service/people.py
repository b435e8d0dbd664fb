"""The sandbox's people and institutions: a fixed dozen at its creation, more from a seed, synthetic ID numbers.

Rules of this room: see `service`. Nobody here is real: area codes from 990001 belong to no province, names are
invented, no message is ever sent. The tables below are documented data: tests and scripts rely on them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from wallet_cli.domain.identity import IdDocument, Name, Phone, Sex, check_digit
from wallet_cli.errors import IdInvalid, PersonExists, PlatformError, RealIdInSandbox
from wallet_cli.platform.service import cards, institutions, register
from wallet_cli.platform.service.act import Act, page_limit
from wallet_cli.platform.service.register import PersonRow
from wallet_cli.platform.sql import money as mq
from wallet_cli.platform.sql import register as q
from wallet_cli.ports import InstitutionInfo, Page, PersonDraft, PersonView

DRAFT_AREA = 990_002
POPULATE_AREAS = (990_100, 999_999)
EMPLOYER, SELF = "沙盒示例单位", "个人"

PEOPLE: tuple[tuple[str, str, str, str, str, bool, int], ...] = (
    # name, first 17 digits of the ID number, phone, insured place, insurance type, insured, account in fen
    ("张三", "99000119850612001", "13800000001", "110000", "310", True, 523_680),
    ("李秀英", "99000119551103002", "13800000002", "110000", "310", True, 1_204_550),
    ("王建国", "99000119521220003", "13800000003", "110000", "310", True, 866_020),
    ("陈晨", "99000120240318004", "13800000004", "110000", "390", True, 0),
    ("林小雨", "99000120050901006", "13800000005", "310000", "390", True, 0),
    ("周海涛", "99000119790228007", "13800000006", "310000", "310", True, 1_530_075),
    ("吴敏", "99000119900415008", "13800000007", "320100", "310", True, 318_840),
    ("沈宏", "99000119660730009", "13800000008", "320500", "310", True, 942_315),
    ("赵铁柱", "99000119700505011", "13800000009", "410100", "390", True, 0),
    ("刘桂芳", "99000119581016012", "13800000010", "340100", "390", True, 0),
    ("黄志强", "99000119880820013", "13800000011", "440100", "310", True, 207_400),
    ("何丽", "99000119950125014", "13800000012", "440300", "310", True, 76_930),
    ("孙伟", "99000119830909015", "13800000013", "410300", "390", False, 0),
    ("阿依古丽·买买提", "99000119920704016", "13800000014", "340100", "310", True, 154_260),
)
"""Fourteen people: employees (310) and residents (390) of six places. 李秀英 and 王建国 are an elder couple, 陈晨 an
infant, 林小雨 a student, 孙伟 is in the register but not insured, the last one's name has a middle dot."""

INSTITUTIONS: tuple[tuple[str, str, str, str, int, str, bool], ...] = (
    # code, name, English name, place, level, supports, linked across provinces
    (
        "H11000000001",
        "沙盒北京第一医院",
        "Sandbox Beijing First Hospital",
        "110000",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    (
        "H11000000002",
        "沙盒北京社区卫生服务中心",
        "Sandbox Beijing Community Health Centre",
        "110000",
        1,
        "voucher,card,outpatient",
        False,
    ),
    (
        "H11000000003",
        "沙盒北京旧城医院",
        "Sandbox Beijing Old Town Hospital",
        "110000",
        2,
        "card,outpatient,inpatient",
        False,
    ),
    ("P11000000001", "沙盒北京药店", "Sandbox Beijing Pharmacy", "110000", 0, "voucher,card,pharmacy", True),
    (
        "H31000000001",
        "沙盒上海中心医院",
        "Sandbox Shanghai Central Hospital",
        "310000",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    ("P31000000001", "沙盒上海药店", "Sandbox Shanghai Pharmacy", "310000", 0, "voucher,card,pharmacy", False),
    (
        "H32010000001",
        "沙盒南京医院",
        "Sandbox Nanjing Hospital",
        "320100",
        3,
        "voucher,card,outpatient,inpatient",
        True,
    ),
    ("H32050000001", "沙盒苏州医院", "Sandbox Suzhou Hospital", "320500", 2, "voucher,card,outpatient,inpatient", True),
    (
        "H41010000001",
        "沙盒郑州医院",
        "Sandbox Zhengzhou Hospital",
        "410100",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    (
        "H41030000001",
        "沙盒洛阳县医院",
        "Sandbox Luoyang County Hospital",
        "410300",
        1,
        "voucher,card,outpatient",
        False,
    ),
    ("H34010000001", "沙盒合肥医院", "Sandbox Hefei Hospital", "340100", 2, "voucher,card,outpatient,inpatient", True),
    (
        "H44010000001",
        "沙盒广州医院",
        "Sandbox Guangzhou Hospital",
        "440100",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    ("P44010000001", "沙盒广州药店", "Sandbox Guangzhou Pharmacy", "440100", 0, "card,pharmacy", False),
    (
        "H44030000001",
        "沙盒深圳医院",
        "Sandbox Shenzhen Hospital",
        "440300",
        3,
        "voucher,card,outpatient,inpatient",
        True,
    ),
    (
        "H12000000001",
        "沙盒天津医院",
        "Sandbox Tianjin Hospital",
        "120000",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    (
        "H21010000001",
        "沙盒沈阳医院",
        "Sandbox Shenyang Hospital",
        "210100",
        3,
        "voucher,card,outpatient,inpatient",
        True,
    ),
    (
        "H31000000002",
        "沙盒上海职工医院",
        "Sandbox Shanghai Workers' Hospital",
        "310000",
        2,
        "voucher,card,outpatient,inpatient",
        False,
    ),
    (
        "H33010000001",
        "沙盒杭州医院",
        "Sandbox Hangzhou Hospital",
        "330100",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    ("P33010000001", "沙盒杭州药店", "Sandbox Hangzhou Pharmacy", "330100", 0, "voucher,card,pharmacy", True),
    ("H34150000001", "沙盒六安医院", "Sandbox Lu'an Hospital", "341500", 2, "voucher,card,outpatient,inpatient", True),
    ("H35020000001", "沙盒厦门医院", "Sandbox Xiamen Hospital", "350200", 3, "voucher,card,outpatient,inpatient", True),
    (
        "H37020000001",
        "沙盒青岛医院",
        "Sandbox Qingdao Hospital",
        "370200",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    ("P41010000001", "沙盒郑州药店", "Sandbox Zhengzhou Pharmacy", "410100", 0, "voucher,card,pharmacy", True),
    (
        "H42010000001",
        "沙盒武汉医院",
        "Sandbox Wuhan Hospital",
        "420100",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    (
        "H43010000001",
        "沙盒长沙医院",
        "Sandbox Changsha Hospital",
        "430100",
        3,
        "voucher,card,outpatient,inpatient",
        True,
    ),
    (
        "H46020000001",
        "沙盒三亚康复医院",
        "Sandbox Sanya Rehabilitation Hospital",
        "460200",
        2,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    ("P46020000001", "沙盒三亚药店", "Sandbox Sanya Pharmacy", "460200", 0, "voucher,card,pharmacy", True),
    (
        "H50000000001",
        "沙盒重庆医院",
        "Sandbox Chongqing Hospital",
        "500000",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    (
        "H51010000001",
        "沙盒成都医院",
        "Sandbox Chengdu Hospital",
        "510100",
        3,
        "voucher,card,outpatient,inpatient,chronic",
        True,
    ),
    ("H51010000002", "沙盒成都老城医院", "Sandbox Chengdu Old City Hospital", "510100", 1, "card,outpatient", True),
    ("H61010000001", "沙盒西安医院", "Sandbox Xi'an Hospital", "610100", 3, "voucher,card,outpatient,inpatient", True),
    (
        "H65010000001",
        "沙盒乌鲁木齐医院",
        "Sandbox Urumqi Hospital",
        "650100",
        2,
        "voucher,card,outpatient,inpatient",
        False,
    ),
)

MONTHLY_FEN = 48_000
YEARLY_RESIDENT_FEN = 40_000
_FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"
_GIVEN = "子涵梓轩欣怡浩宇诗雨佳琪建华秀兰志明海燕文静国强丽娟小军玉梅"
_PLACES = ("110000", "310000", "320100", "320500", "340100", "410100", "410300", "440100", "440300")


def create(act: Act) -> None:
    """The fixed dozen and their institutions, with contributions up to this month."""
    for code, name_zh, name_en, region, level, supports, cross in INSTITUTIONS:
        institutions.insert(
            act, InstitutionInfo(code, name_zh, name_en, region, level, tuple(supports.split(",")), cross)
        )
    for name, first17, phone, region, insutype, insured, account in PEOPLE:
        row = register.add(
            act,
            name=Name(name),
            document=IdDocument(first17 + check_digit(first17)),
            phone=Phone(phone),
            region=region,
            insutype=insutype,
            insured=insured,
            account_fen=account,
        )
        contribute(act, row)


def contribute(act: Act, row: PersonRow) -> None:
    """Contributions of this year and the last: employees monthly, residents once a year; none for the uninsured."""
    if not row.insured:
        return
    year, month = act.now.year(), int(act.now.day()[5:7])
    for y in (year - 1, year):
        last = 12 if y < year else month
        for m in range(1, last + 1):
            employee = row.insutype in register.WITH_ACCOUNT
            if not employee and m > 1:
                continue
            at = int(datetime(y, m, 1 if not employee else 15, 2, tzinfo=UTC).timestamp())
            if at > act.now:
                continue
            act.run(
                mq.ADD_CONTRIBUTION,
                record_id="C" + act.word(16),
                psn_no=row.psn_no,
                at=at,
                period=f"{y:04d}-{m:02d}",
                payer=EMPLOYER if employee else SELF,
                amount=MONTHLY_FEN if employee else YEARLY_RESIDENT_FEN,
            )


def synthetic(act: Act, birth_date: str, sex: str) -> IdDocument:
    """A free ID number for a birth date (YYYY-MM-DD) and sex (1 or 2). Raises IdInvalid(reason date)."""
    digits = birth_date.replace("-", "")
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        raise IdInvalid(reason="date")
    odd = 1 if sex == Sex.MALE else 0
    for area in range(DRAFT_AREA, POPULATE_AREAS[0]):
        start = int.from_bytes(act.random(2), "big")
        for step in range(500):
            sequence = (2 * ((start + step) % 500)) + odd
            first17 = f"{area}{digits}{sequence:03d}"
            document = IdDocument(first17 + check_digit(first17))
            if register.by_document(act, document) is None:
                return document
    raise PersonExists


def populate(act: Act, people: int, seed: int, tell: Callable[[int], None] | None = None) -> int:
    """`people` made from a seed; those who are there already are not added again. The number added."""
    added = 0
    for number in range(people):
        if tell is not None:
            tell(number)
        # One stream a person: the same people come first whatever number is asked for.
        stream = Random(f"yibao:{seed}:{number}")
        born = f"{stream.randint(1935, 2023):04d}{stream.randint(1, 12):02d}{stream.randint(1, 28):02d}"
        first17 = f"{stream.randint(*POPULATE_AREAS)}{born}{stream.randint(0, 999):03d}"
        document = IdDocument(first17 + check_digit(first17))
        if register.by_document(act, document) is not None:
            continue
        insutype = stream.choice(("310", "390"))
        name = stream.choice(_FAMILY) + "".join(stream.choice(_GIVEN) for _ in range(stream.randint(1, 2)))
        row = register.add(
            act,
            name=Name(name),
            document=document,
            phone=Phone(f"199{stream.randint(0, 10**8 - 1):08d}"),
            region=stream.choice(_PLACES),
            insutype=insutype,
            account_fen=stream.randint(0, 2_000_000) if insutype == "310" else 0,
        )
        contribute(act, row)
        added += 1
    return added


def draft(act: Act, wanted: PersonDraft) -> PersonRow:
    """A person as staff register them; without a document the sandbox makes one. Raises as Agency.add_person."""
    if wanted.document is not None and not wanted.document.synthetic:
        raise RealIdInSandbox
    register.check_insurance(wanted.region, wanted.insutype)
    if not 0 <= wanted.personal_account_fen <= register.MAX_BALANCE_FEN:
        raise PlatformError(reason="personal_account_fen")
    document = wanted.document or synthetic(act, wanted.birth_date or "1990-01-01", wanted.sex or Sex.MALE)
    return register.add(
        act,
        name=wanted.name,
        document=document,
        phone=wanted.phone,
        region=wanted.region,
        insutype=wanted.insutype,
        account_fen=wanted.personal_account_fen if wanted.insutype in register.WITH_ACCOUNT else 0,
    )


def view(act: Act, row: PersonRow) -> PersonView:
    """What staff see."""
    number, state = cards.number(act, row.psn_no)
    devices = act.row(q.COUNT_DEVICES, psn_no=row.psn_no)
    return PersonView(
        person=register.person(act, row),
        insured=bool(row.insured),
        personal_account_fen=row.balance,
        devices=int(devices[0]) if devices else 0,
        card_state=state,
        card_number=number,
    )


def page(act: Act, cursor: str | None, limit: int) -> Page[PersonView]:
    """By person number."""
    rows = [PersonRow(*row) for row in act.rows(q.PEOPLE, after=(cursor or "")[:32], limit=page_limit(limit) + 1)]
    shown = tuple(view(act, row) for row in rows[:limit])
    return Page(shown, rows[limit - 1].psn_no if len(rows) > limit else None)
