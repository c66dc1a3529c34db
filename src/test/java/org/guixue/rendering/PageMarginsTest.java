package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMarginsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @page { size: A4; margin: 22mm 20mm 22mm 24mm; }                                     | 22 | 22
            @page { margin: 37mm 26mm 35mm 28mm; }                                               | 35 | 35
            @page { margin: 14mm 18mm 23mm; } @page :first { margin-bottom: 14mm; }              | 18 | 23
            @page :first { margin-bottom: 40mm; } @page { margin: 10mm 12mm; }                   | 40 | 12
            @page { margin: 9mm; margin-right: 30mm; }                                           | 30 | 30
            @page { margin: 9mm; } @page { size: A4 landscape; margin: 0 31mm 0 0; }             | 31 | 31
            @page { margin: 5%; }                                                                | 0  | 0
            @page { margin: 30pt 40pt; }                                                         | 0  | 0
            .sheet { margin: 60mm; }                                                             | 0  | 0
            """)
    void ofTheFirstPageAndOfTheOthers(String css, float first, float second) {
        PageMargins margins = PageMargins.of("<style>" + css + "</style><p>@page { margin: 99mm }</p>");
        assertEquals(first, margins.wider(1));
        assertEquals(second, margins.wider(2));
    }
}
