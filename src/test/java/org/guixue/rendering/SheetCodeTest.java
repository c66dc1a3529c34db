package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCodeTest {
    private static final String TOKEN = "8c1f0e7a35d94b62a0c7e418f2b6935d";
    private static final String CAPITALS = "RQPQ46RV3FFWFIGH4QMPFNUTLU";

    @ParameterizedTest
    @CsvSource({
        "https://guixue.example.cn/v/" + TOKEN + "?p=2&c=3,2,3",
        "https://guixue.example.cn/v/" + TOKEN + ",0,0",
        "https://guixue.example.cn/v/" + TOKEN + "?c=3&p=2,2,3",
        "https://guixue.example.cn/v/" + TOKEN + "?p=x&c=99999,0,0",
        "http://10.1.2.3:8080/jiaoyu/guixue/v/" + TOKEN + "?p=1&c=1,1,1",
        "HTTPS://GUIXUE.EXAMPLE.CN/V/" + CAPITALS + ".2.3,2,3",
        "HTTPS://GUIXUE.EXAMPLE.CN:8443/V/" + CAPITALS + ".2,2,0",
        "https://guixue.example.cn/V/" + CAPITALS + ",0,0",
        "Http://127.0.0.1:8080/v/rqpq46rv3ffwfigh4qmpfnutlu.1.12,1,12",
        "HTTP://[::1]:8080/V/" + CAPITALS + ".1.1,1,1",
    })
    void readsBothSpellings(String text, int page, int copy) {
        assertEquals(Optional.of(new SheetCode(TOKEN, page, copy)), SheetCode.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                TOKEN,
                CAPITALS,
                "归学",
                "https://guixue.example.cn/",
                "https://guixue.example.cn/v/",
                "https:///v/" + TOKEN,
                "https://v/" + TOKEN,
                "https://guixue.example.cn/vv/" + TOKEN,
                "https://guixue.example.cn/v/" + TOKEN + "0",
                "https://guixue.example.cn/v/8C1F0E7A35D94B62A0C7E418F2B6935D",
                "https://guixue.example.cn/v/" + TOKEN + "/pdf",
                "https://guixue.example.cn/a b/v/" + TOKEN,
                "https://guixue.example.cn/x?y=/v/" + TOKEN,
                "HTTPS://GUIXUE.EXAMPLE.CN/V/" + CAPITALS + "A",
                "HTTPS://GUIXUE.EXAMPLE.CN/V/RQPQ46RV3FFWFIGH4QMPFNUTL",
                "HTTPS://GUIXUE.EXAMPLE.CN/V/RQPQ46RV3FFWFIGH4QMPFNUT1U",
                "HTTPS://GUIXUE.EXAMPLE.CN/V/" + CAPITALS + ".1.1.1",
                "HTTPS://GUIXUE.EXAMPLE.CN/V/" + CAPITALS + ".",
                "HTTPS://GUIXUE.EXAMPLE.CN/V/" + CAPITALS + ".99999.1",
                "HTTPS://GUIXUE.EXAMPLE.CN/V/" + CAPITALS + "?p=1&c=1",
                "HTTPS://GUIXUE.EXAMPLE.CN/PATH/V/" + CAPITALS + ".1.1",
                "WIFI:T:WPA;S:guixue;P:v/" + TOKEN + ";;",
                "https://u.wechat.com/MDAwMDAwMDAwMDAw",
            })
    void whatOthersPrintIsNoneOfOurs(String text) {
        assertEquals(Optional.empty(), SheetCode.parse(text));
    }

    @Test
    void everyTokenHasOneSpellingAndComesBack() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int n = 0; n < 5000; n++) {
            byte[] bits = new byte[16];
            random.nextBytes(bits);
            bits[0] = n % 7 == 0 ? 0 : bits[0];
            SheetCode code = new SheetCode(HexFormat.of().formatHex(bits), random.nextInt(10000), random.nextInt(100));
            String text = code.capitals();
            assertTrue(text.matches("[A-Z2-7]{26}\\.\\d+\\.\\d+"), text);
            assertEquals(Optional.of(code), SheetCode.ofCapitals(text), "seed " + seed);
            assertEquals(Optional.of(code), SheetCode.ofCapitals(text.toLowerCase(Locale.ROOT)), "seed " + seed);
            Optional<SheetCode> other = SheetCode.ofCapitals(oneCharacterOther(text, random));
            assertNotEquals(Optional.of(code.token()), other.map(SheetCode::token), "seed " + seed + ": " + text);
        }
    }

    private static String oneCharacterOther(String text, Random random) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        int place = random.nextInt(26);
        int other = (alphabet.indexOf(text.charAt(place)) + 1 + random.nextInt(31)) % 32;
        return text.substring(0, place) + alphabet.charAt(other) + text.substring(place + 1);
    }

    @Test
    void theTwoBitsToSpareAreZero() {
        assertTrue(SheetCode.ofCapitals("A".repeat(26)).isPresent());
        for (char last : new char[] {'B', 'C', 'D'}) {
            assertEquals(Optional.empty(), SheetCode.ofCapitals("A".repeat(25) + last));
        }
        assertEquals(
                Optional.of("0".repeat(31) + "1"),
                SheetCode.ofCapitals("A".repeat(25) + "E").map(SheetCode::token));
    }

    @Test
    void readsAnythingWithoutAnErrorAndSoon() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] parts = {
            "https://", "HTTP://", "a.cn", "/", "/v/", "/V/", TOKEN, CAPITALS, ".", "1", "?p=", "&c=", "é", "\n"
        };
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(9); part > 0; part--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            SheetCode.parse(text.toString())
                    .ifPresent(code -> assertEquals(TOKEN, code.token(), "seed " + seed + ": " + text));
        }
        assertEquals(Optional.empty(), SheetCode.parse("https://a" + "/v/".repeat(2500)));
        assertEquals(Optional.empty(), SheetCode.parse("https://a" + "/v".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://guixue.example.cn",
                "http://127.0.0.1:8080/",
                "https://例子.cn",
                "https://h.cn/jy",
                "https://[::1]:8080"
            })
    void readsWhatAnyAddressPrints(String publicUrl) {
        String link = new Verification(URI.create(publicUrl), TOKEN).link(2, 3);
        assertEquals(Optional.of(new SheetCode(TOKEN, 2, 3)), SheetCode.parse(link), link);
    }

    @Test
    void aTokenIs32LowerCaseDigits() {
        assertThrows(IllegalArgumentException.class, () -> new SheetCode(CAPITALS, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SheetCode(TOKEN.toUpperCase(Locale.ROOT), 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SheetCode(TOKEN, -1, 1));
    }
}
