package io.dianmai.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.fact.FollowUpPassedOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {
    @ParameterizedTest
    @CsvSource({
        "客户换号13800138000了, 客户换号***了",
        "call +86 138-0013-8000 tomorrow, call *** tomorrow",
        "打１３８００１３８０００找他, 打***找他",
        "两个电话13800138000和13900139000, 两个电话***和***",
        "座机0571-88886666打不通, 座机***打不通",
        "身份证11010519491231002x已验, 身份证***已验",
        "车架号LSVAA4187N2000017不符, 车架号***不符",
        "车牌浙A·12345和粤BD12345, 车牌***和***",
    })
    void hidesWhatPointsAtAPerson(String words, String hidden) {
        assertThat(Redaction.of(words)).isEqualTo(hidden);
        assertThat(Redaction.of(hidden)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "无人接听",
                "price 158000 too high, wants 128000",
                "order SO-20260310-0017 of 2026-03-10",
                "138001380001234567890123",
                "Ａ级，下周二再谈",
                "chose the Corolla at 17.88",
            })
    void leavesOtherWordsAsTheyAre(String words) {
        assertThat(Redaction.of(words)).isSameAs(words);
    }

    @Test
    void worksOnWhateverBecomesAFact() {
        assertThat(new FollowUpPassedOver("XS-1", "他让打13800138000").reason()).isEqualTo("他让打***");
        assertThat(Redaction.of(null)).isNull();
    }
}
