package org.guixue.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-03-05",
                "2012/3/5",
                "2012.3.5",
                "20120305",
                "2012年3月5日",
                "２０１２年０３月０５日",
                " 2012-3-5 00:00:00",
                "2012 年 3 月 5 日"
            })
    void readsADayInEachShape(String text) {
        assertEquals(Optional.of(LocalDate.of(2012, 3, 5)), DateText.day(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2012",
                "2012-02-30",
                "12.3.5",
                "3/5/2012",
                "2012-3/5",
                "2012035",
                "40973",
                "9999-01-01",
                "2012-03"
            })
    void guessesNoDay(String text) {
        assertEquals(Optional.empty(), DateText.day(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012-03", "2012年3月", "2012/3", "201203", "2012.03", "2012-03-05"})
    void readsAMonth(String text) {
        assertEquals(Optional.of(YearMonth.of(2012, 3)), DateText.month(text));
    }

    @Test
    void takesNoFractionForAMonth() {
        assertEquals(Optional.empty(), DateText.month(Cell.of(Cell.Kind.NUMBER, "2012.1")));
    }
}
