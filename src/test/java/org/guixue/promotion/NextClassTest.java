package org.guixue.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.guixue.identity.SchoolGrade;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextClassTest {
    @ParameterizedTest
    @CsvSource({
        "五年级, 六年级",
        "5年级, 6年级",
        "小学五年级, 六年级",
        "六年级, 七年级",
        "小学六年级, 七年级",
        "初一, 初二",
        "初中二, 初中三",
        "初中一年级, 初中二年级",
        "七年级, 八年级",
        "初中八年级, 九年级"
    })
    void aGradeIsWrittenInTheSameWayAYearLater(String now, String next) {
        assertEquals(next, NextClass.grade(now, SchoolGrade.number(now)));
        assertEquals(SchoolGrade.number(now) + 1, SchoolGrade.number(next));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 1班, 1班",
        "5, 2025级1班, 2025级1班",
        "5, 五年级1班, 六年级1班",
        "5, 五(1)班, 六(1)班",
        "5, 五（2）班, 六（2）班",
        "5, 501班, 601班",
        "5, 512, 612",
        "5, 五班, 五班",
        "5, 5班, 5班",
        "5, 15班, 15班",
        "5, 六年级1班, 六年级1班",
        "6, 小学六年级1班, 七年级1班",
        "7, 初一(3)班, 初二(3)班",
        "7, 七(3)班, 八(3)班",
        "5, 五一班, 六一班",
        "5, 火箭班, 火箭班",
        "5, 201班, 201班",
        "8, 初二3班, 初三3班"
    })
    void aClassGoesWithItsGradeWhereItsNameTellsTheGrade(int grade, String now, String next) {
        assertEquals(next, NextClass.schoolClass(now, grade));
    }
}
