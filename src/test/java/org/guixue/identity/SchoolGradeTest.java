package org.guixue.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolGradeTest {
    @ParameterizedTest
    @CsvSource({
        "三年级, 三年级",
        "3, 三年级",
        "三, 三年级",
        "3年级, 三年级",
        "小学三年级, 三年级",
        "13-小学三年级, 三年级",
        "７年级, 七年级",
        "初一, 初一",
        "21-初一, 初一",
        "初中一年级, 初中一年级",
        "学前班, 学前班",
        "培智三年级, 培智三年级",
    })
    void oneYearIsHeldInOneWay(String typed, String held) {
        assertEquals(held, SchoolGrade.held(typed));
        assertTrue(SchoolGrade.fault(SchoolGrade.held(typed)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"三年级1班, 3", "培智三年级, 3", "九, 9", "初二, 8", "高一, 10", "学前班, 99"})
    void aYearOfSchoolingIsHeardInATextThatNamesOne(String text, int year) {
        assertEquals(year, SchoolGrade.within(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G3", "2024级", "abc", "13"})
    void whatNamesNoGradeIsRefused(String typed) {
        assertTrue(SchoolGrade.fault(SchoolGrade.held(typed)).orElseThrow().contains(typed));
    }
}
