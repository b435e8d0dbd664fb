"""What settling a bill comes to. Pure values; all money is integer fen. Others reach them through `domain.settlement`."""

from __future__ import annotations

from collections.abc import Mapping

from wallet_cli.domain.bill import TreatmentType
from wallet_cli.domain.policy import Reach
from wallet_cli.domain.settlement import AidPaid, Settlement, Step
from wallet_cli.domain.standing import State, YearUse
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value


class Outcome(Value):
    """Who pays what: the amounts of Settlement under the same names, and the state afterwards.

    `overcap_fen` and `copay_fen` with act_pay_dedc_fen are the patient's part of the in-scope amount:
    inscp_scp_amt = act_pay_dedc + copay + overcap + hifp_pay. `aids`: one entry for each giver who paid, in order.
    `state`: afterwards; `years`: the use afterwards of every year the bill touched, the state's own year always among
    them; `before`, `years_before`: the same before it. `reach`: how the visit stood, as `cut` it was settled by. `recover_fen`: what the fund only advanced, to be
    recovered from who is liable.
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
    years: Mapping[int, YearUse]
    before: State
    years_before: Mapping[int, YearUse]
    reach: Reach
    recover_fen: int = 0

    @property
    def added(self) -> Mapping[int, YearUse]:
        """What the bill added to the use of each year."""
        return {year: use.minus(self.years_before[year]) for year, use in self.years.items()}

    @property
    def visit_added(self) -> tuple[int, int]:
        """What the bill added to the visit's two figures: (visit_deductible_used_fen, visit_stay)."""
        after, before = self.state, self.before
        return (
            after.visit_deductible_used_fen - before.visit_deductible_used_fen,
            after.visit_stay - before.visit_stay,
        )

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
        reach: str | None = None,
        filing_id: str | None = None,
    ) -> Settlement:
        """The record of this outcome under its numbers and names. `reach`: another than the outcome's own."""
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
            reach=self.reach.value if reach is None else reach,
            filing_id=filing_id,
            aids=self.aids,
        )
