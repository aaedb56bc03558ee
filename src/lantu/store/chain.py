"""Checking the audit chain link by link."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from lantu.store import audit as trail
from lantu.store.chain_corrections import SealedCorrections
from lantu.store.schema import audit, audit_payloads
from lantu.values import Message, msg

if TYPE_CHECKING:
    from lantu.store.store import Store


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a check of the chain found.

    checked: records found whole, from the first on; head_seq, head: number and hash of the last one read.
    broken: number of the first record that does not hold, 0 when all hold; why: what is wrong with it.
    erased: numbers of records whose payload was erased (the chain holds without it).
    noted_found: whether the head hash noted earlier is still in the chain; None when none was given.
    """

    ok: bool
    checked: int
    head_seq: int
    head: str
    broken: int = 0
    why: Message | None = None
    erased: tuple[int, ...] = ()
    noted_found: bool | None = None


def verify_chain(store: "Store", noted: str | None = None) -> ChainReport:
    """Check every record, and the corrections against what they say; name the first that does not hold.

    noted: a head hash written down earlier. Records cut off the end leave a chain that is whole in
    itself: only a hash kept elsewhere shows that they were there.
    """
    query = (
        sa.select(audit, audit_payloads.c.salt, audit_payloads.c.payload)
        .outerjoin(audit_payloads)
        .order_by(audit.c.seq)
        .execution_options(yield_per=1000)
    )
    seq, head = 0, trail.GENESIS
    sealed = SealedCorrections()
    erased: list[int] = []
    seen = noted is None or noted == trail.GENESIS
    with store.read() as reader:
        for row in reader.connection.execute(query):
            if why := _fault(row, seq + 1, head):
                return ChainReport(False, seq, seq, head, seq + 1, why, tuple(erased))
            seq, head = row.seq, row.hash
            seen = seen or head == noted
            if row.payload is None:
                erased.append(seq)
            sealed.see(seq, None if row.payload is None else json.loads(row.payload))
        if fault := sealed.fault(reader.connection):
            return ChainReport(False, fault[0] - 1, seq, head, *fault, tuple(erased))
    if not seen:
        why = msg(
            "记下的链首 {noted} 已不在链上；末尾的记录可能被截去，或记下的是另一个数据库的。", noted=noted
        )
        return ChainReport(False, seq, seq, head, seq + 1, why, tuple(erased), noted_found=False)
    return ChainReport(
        True, seq, seq, head, erased=tuple(erased), noted_found=None if noted is None else True
    )


def _fault(row: sa.Row[Any], expected: int, previous: str) -> Message | None:
    if row.seq != expected:
        return msg("缺第 {expected} 号记录，下一条是第 {found} 号。", expected=expected, found=row.seq)
    if row.previous != previous:
        return msg("第 {seq} 号记录与前一条接不上；两条之一被换过。", seq=row.seq)
    if row.algorithm != trail.ALGORITHM:
        return msg(
            "第 {seq} 号记录的算法“{algorithm}”本程序不认识；请换用新版本核验。",
            seq=row.seq,
            algorithm=row.algorithm,
        )
    link = trail.link_hash(
        row.seq, row.previous, row.actor, row.verb, row.at, row.algorithm, row.payload_hash
    )
    if link != row.hash:
        return msg("第 {seq} 号记录的内容与其校验值不符；操作人、动作、时间或校验值被改过。", seq=row.seq)
    if row.payload is not None and not _payload_holds(row):
        return msg("第 {seq} 号记录的明细被改过；与记录里的校验值不符。", seq=row.seq)
    return None


def _payload_holds(row: sa.Row[Any]) -> bool:
    try:
        return bool(trail.payload_hash(row.salt, row.payload) == row.payload_hash)
    except ValueError:  # a salt that is no hexadecimal text
        return False
