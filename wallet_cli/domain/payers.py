"""settle(bill, policy, state, visit) -> who pays what, each step explained. Pure; all money is integer fen.

Rules of this room: domain.md, "Settlement". A share that is not a whole fen is rounded half up, at two places only:
each class-B line's own share, and the fund's share of each tier. Every other amount is what is left of a sum, so that
every split adds up exactly. Others reach these names through `domain.settlement`.
"""

from __future__ import annotations

from collections.abc import Sequence

from wallet_cli.domain.bill import FULL, Bill, Category, Fee, TreatmentType
from wallet_cli.domain.policy import Part, Per, Policy, Reach, TreatmentClass
from wallet_cli.domain.settlement import AidPaid, Settlement, Step
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value


class State(Value):
    """What a person has used, in fen. `year`: the civil year the two yearly figures belong to (Instant.year).

    `deductible_used_fen`: met of the yearly deductible; `pool_used_fen`: paid by the pooled fund; `account_fen`: in the
    personal account, None where there is none; `visit_deductible_used_fen`: met already by bills of the same visit
    (mdtrt_id), 0 for a new one.
    """

    year: int
    deductible_used_fen: int = 0
    pool_used_fen: int = 0
    account_fen: int | None = None
    visit_deductible_used_fen: int = 0

    def in_year(self, year: int) -> State:
        """The state at a bill of `year`: a new year begins with nothing used, the account stays."""
        return self if year == self.year else self._replace(year=year, deductible_used_fen=0, pool_used_fen=0)

    def new_visit(self) -> State:
        """The state at the first bill of another visit."""
        return self._replace(visit_deductible_used_fen=0)


class Visit(Value):
    """Where and who. `level`: of the hospital, 1 to 3, 0 for pharmacies; `region`: treatment place; `insured_region`:
    insured place; `age` in full years; `filing`: category of the filing in force for `region`, None without one."""

    level: int
    region: str
    insured_region: str
    age: int
    filing: Reach | None = None

    @property
    def reach(self) -> Reach:
        """HOME within the insured province (first two digits), else the filing's category, else UNFILED."""
        if self.region[:2] == self.insured_region[:2]:
            return Reach.HOME
        return self.filing or Reach.UNFILED


class Aid(Value):
    """A relative's personal account that may help (mutual aid). `giver`: how the explanation names them; `limit_fen`:
    the most they give now, None for no limit but what is `available_fen`; `giver_no`: their psn_no."""

    giver: str
    available_fen: int
    limit_fen: int | None = None
    giver_no: str = ""


class Outcome(Value):
    """Who pays what: the amounts of Settlement under the same names, and the state afterwards.

    `overcap_fen` and `copay_fen` with act_pay_dedc_fen are the patient's part of the in-scope amount:
    inscp_scp_amt = act_pay_dedc + copay + overcap + hifp_pay. `aids`: one entry for each giver who paid, in order.
    """

    med_type: TreatmentType
    medfee_sumamt_fen: int
    inscp_scp_amt_fen: int
    preselfpay_amt_fen: int
    overlmt_selfpay_fen: int
    fulamt_ownpay_amt_fen: int
    act_pay_dedc_fen: int
    copay_fen: int
    overcap_fen: int
    hifp_pay_fen: int
    fund_pay_sumamt_fen: int
    acct_pay_fen: int
    acct_mulaid_pay_fen: int
    psn_cash_pay_fen: int
    balc_fen: int | None
    aids: tuple[AidPaid, ...]
    steps: tuple[Step, ...]
    state: State
    policy: str
    illustrative: bool

    def settlement(
        self,
        *,
        setl_id: str,
        mdtrt_id: str,
        fixmedins_code: str,
        institution_name: str,
        mdtrt_cert_type: str,
        insuplc_admdvs: str,
        mdtrtarea_admvs: str,
        insutype: str,
        setl_time: Instant,
        preview: bool,
        reach: str = "home",
        filing_id: str | None = None,
    ) -> Settlement:
        """The record of this outcome under its numbers and names."""
        return Settlement(
            setl_id=setl_id,
            mdtrt_id=mdtrt_id,
            fixmedins_code=fixmedins_code,
            institution_name=institution_name,
            med_type=self.med_type,
            mdtrt_cert_type=mdtrt_cert_type,
            insuplc_admdvs=insuplc_admdvs,
            mdtrtarea_admvs=mdtrtarea_admvs,
            insutype=insutype,
            setl_time=setl_time,
            medfee_sumamt_fen=self.medfee_sumamt_fen,
            inscp_scp_amt_fen=self.inscp_scp_amt_fen,
            preselfpay_amt_fen=self.preselfpay_amt_fen,
            overlmt_selfpay_fen=self.overlmt_selfpay_fen,
            fulamt_ownpay_amt_fen=self.fulamt_ownpay_amt_fen,
            act_pay_dedc_fen=self.act_pay_dedc_fen,
            hifp_pay_fen=self.hifp_pay_fen,
            fund_pay_sumamt_fen=self.fund_pay_sumamt_fen,
            acct_pay_fen=self.acct_pay_fen,
            acct_mulaid_pay_fen=self.acct_mulaid_pay_fen,
            psn_cash_pay_fen=self.psn_cash_pay_fen,
            balc_fen=self.balc_fen,
            preview=preview,
            steps=self.steps,
            policy=self.policy,
            illustrative=self.illustrative,
            reach=reach,
            filing_id=filing_id,
            aids=self.aids,
        )


def settle(bill: Bill, policy: Policy, state: State, visit: Visit, aids: Sequence[Aid] = ()) -> Outcome:
    """Splits a bill. `state`: of the bill's year (State.in_year) and visit; `aids`: asked in the order given.

    total = in scope + class-B own share + over limit + fully own; the in-scope amount meets the deductible, the tiered
    ratio and the yearly cap; what the fund leaves is paid by the own account, then by the givers, then in cash.
    Total for every parsed bill and policy: no errors.
    """
    steps: list[Step] = []
    total, in_scope, parts = _scope(bill, steps)
    rules = policy.classes[bill.med_type]
    dedc = _deductible(rules, in_scope, state, visit, steps)
    asked = _by_tiers(rules, in_scope - dedc, policy, visit, steps)
    left = max(0, policy.cap_fen - state.pool_used_fen)
    fund = min(asked, left)
    if fund < asked:
        steps.append(Step("cap", asked - fund, {"cap_fen": policy.cap_fen, "left_fen": left, "asked_fen": asked}))
    steps.append(Step("fund", fund))
    parts[Part.DEDUCTIBLE] = dedc
    parts[Part.COPAY] = in_scope - dedc - asked
    parts[Part.OVER_CAP] = asked - fund
    payable = sum([parts[part] for part in policy.account_pays])
    account, helped, cash = _personal(total - fund, payable, state.account_fen, aids, steps)
    balance = None if state.account_fen is None else state.account_fen - account
    return Outcome(
        med_type=bill.med_type,
        medfee_sumamt_fen=total,
        inscp_scp_amt_fen=in_scope,
        preselfpay_amt_fen=parts[Part.CLASS_B],
        overlmt_selfpay_fen=parts[Part.OVER_LIMIT],
        fulamt_ownpay_amt_fen=parts[Part.OWN],
        act_pay_dedc_fen=dedc,
        copay_fen=parts[Part.COPAY],
        overcap_fen=parts[Part.OVER_CAP],
        hifp_pay_fen=fund,
        fund_pay_sumamt_fen=fund,
        acct_pay_fen=account,
        acct_mulaid_pay_fen=sum(aid.paid_fen for aid in helped),
        psn_cash_pay_fen=cash,
        balc_fen=balance,
        aids=helped,
        steps=tuple(steps),
        state=_after(state, rules, dedc, fund, balance),
        policy=policy.policy_id,
        illustrative=policy.illustrative,
    )


def _after(state: State, rules: TreatmentClass, dedc: int, fund: int, balance: int | None) -> State:
    yearly = rules.deductible_per is Per.YEAR
    return State(
        year=state.year,
        deductible_used_fen=state.deductible_used_fen + (dedc if yearly else 0),
        pool_used_fen=state.pool_used_fen + fund,
        account_fen=balance,
        visit_deductible_used_fen=state.visit_deductible_used_fen + (0 if yearly else dedc),
    )


def _scope(bill: Bill, steps: list[Step]) -> tuple[int, int, dict[Part, int]]:
    """(total, in scope, patient's parts out of scope). Off each line first what is over its limit, then the own ratio."""
    total = over = own = 0
    b, c = Category.B, Category.C
    lines_b: dict[int, list[Fee]] = {}
    for fee in bill.fees:
        amount = fee.amount_fen
        total += amount
        category = fee.category
        if category is c:
            own += amount
            continue
        over += fee.over_limit_fen
        if category is b:
            lines_b.setdefault(fee.own_ratio_permyriad, []).append(fee)
    steps.append(Step("total", total, {"fees": len(bill.fees)}))
    if own:
        steps.append(Step("own", own))
    if over:
        steps.append(Step("over_limit", over))
    shares = 0
    for ratio, fees in lines_b.items():
        share = sum([_share(fee.amount_fen - fee.over_limit_fen, ratio) for fee in fees])
        shares += share
        base = sum([fee.amount_fen - fee.over_limit_fen for fee in fees])
        steps.append(Step("class_b", share, {"fees": len(fees), "of_fen": base, "ratio_permyriad": ratio}))
    in_scope = total - own - over - shares
    steps.append(Step("in_scope", in_scope))
    return total, in_scope, {Part.CLASS_B: shares, Part.OVER_LIMIT: over, Part.OWN: own}


def _share(fen: int, ratio_permyriad: int) -> int:
    # Half up: 0.5 fen is 1 fen.
    return (fen * ratio_permyriad + FULL // 2) // FULL


def _deductible(rules: TreatmentClass, in_scope: int, state: State, visit: Visit, steps: list[Step]) -> int:
    """What of the in-scope amount the patient bears before the fund begins."""
    full = rules.at(visit.age).deductible_fen[visit.level]
    used = state.deductible_used_fen if rules.deductible_per is Per.YEAR else state.visit_deductible_used_fen
    met = min(in_scope, max(0, full - used))
    if full:
        steps.append(Step("deductible", met, {"per": rules.deductible_per.value, "full_fen": full, "used_fen": used}))
    return met


def _by_tiers(rules: TreatmentClass, above: int, policy: Policy, visit: Visit, steps: list[Step]) -> int:
    """The fund's share, before the cap, of what is `above` the deductible."""
    cut = policy.cut_permyriad[visit.reach]
    asked = 0
    for tier in rules.at(visit.age).tiers:
        if above <= tier.from_fen:
            break
        part = (above if tier.to_fen is None else min(above, tier.to_fen)) - tier.from_fen
        listed = tier.ratio_permyriad[visit.level]
        ratio = max(0, listed - cut)
        share = _share(part, ratio)
        asked += share
        values: dict[str, int | str] = {"from_fen": tier.from_fen, "of_fen": part, "ratio_permyriad": ratio}
        if tier.to_fen is not None:
            values["to_fen"] = tier.to_fen
        if cut:
            values |= {"listed_permyriad": listed, "cut_permyriad": cut, "reach": visit.reach.value}
        steps.append(Step("tier", share, values))
    return asked


def _personal(
    share: int, payable: int, balance: int | None, aids: Sequence[Aid], steps: list[Step]
) -> tuple[int, tuple[AidPaid, ...], int]:
    """(own account, givers, cash) of the patient's share, of which accounts may pay `payable`."""
    steps.append(Step("personal", share))
    account = 0
    if balance is not None:
        account = min(payable, max(0, balance))
        steps.append(Step("account", account, {"balance_fen": balance, "payable_fen": payable}))
    left = payable - account
    helped: list[AidPaid] = []
    for aid in aids:
        may = aid.available_fen if aid.limit_fen is None else min(aid.available_fen, aid.limit_fen)
        paid = min(left, max(0, may))
        if paid:
            left -= paid
            helped.append(AidPaid(aid.giver, paid, aid.giver_no))
            steps.append(Step("mutual_aid", paid, {"giver": aid.giver, "available_fen": may}))
    cash = share - account - sum([aid.paid_fen for aid in helped])
    steps.append(Step("cash", cash))
    return account, tuple(helped), cash
