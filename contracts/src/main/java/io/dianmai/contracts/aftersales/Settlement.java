package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.Fen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * 结算: what a job brought and cost, in fen.
 *
 * @param labour 工时费
 * @param parts 配件
 * @param care 养护产品
 * @param beauty 美容
 * @param scrap 废品
 * @param directCost parts, wages and outside work that the job consumed
 */
public record Settlement(
        @PositiveOrZero @Max(Fen.MAX) long labour,
        @PositiveOrZero @Max(Fen.MAX) long parts,
        @PositiveOrZero @Max(Fen.MAX) long care,
        @PositiveOrZero @Max(Fen.MAX) long beauty,
        @PositiveOrZero @Max(Fen.MAX) long scrap,
        @PositiveOrZero @Max(Fen.MAX) long directCost) {

    /** What the customer, insurer or maker pays: everything but scrap. */
    public long revenue() {
        return labour + parts + care + beauty;
    }
}
