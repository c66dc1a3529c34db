package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/students?q=a|b /students?q=a%7Cb",
                "/students?q={x}[y]^\"<> /students?q=%7Bx%7D%5By%5D%5E%22%3C%3E",
                "/students?q=%zz /students?q=%25zz",
                "/students?q=100% /students?q=100%25",
                "/students?q=%E5%BC%A0 /students?q=%E5%BC%A0",
                "/students?q=张 /students?q=%E5%BC%A0",
                "/cases#a#b /cases#a%23b",
                "/a/../b?x=1&y=2 /a/../b?x=1&y=2"
            })
    void encodesWhatNoAddressMayHave(String next, String expected) {
        assertEquals(expected, WantedAddress.of(next).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "https://a.example/",
                "//a.example/",
                "/\\a.example",
                "/a\\b",
                "/a\r\nLocation: b",
                "/\u0000"
            })
    void whatIsNoneOfOursBecomesTheDesk(String next) {
        assertEquals("/", WantedAddress.of(next).toString());
    }
}
