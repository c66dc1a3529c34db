package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
    private static final String TOKEN = "8c1f0e7a35d94b62a0c7e418f2b6935d";

    @ParameterizedTest
    @CsvSource({
        "https://guixue.example.cn,HTTPS://GUIXUE.EXAMPLE.CN",
        "https://guixue.example.cn/,HTTPS://GUIXUE.EXAMPLE.CN",
        "http://127.0.0.1:8080,HTTP://127.0.0.1:8080",
        "HTTPS://jy-1.Ganxian.gov.cn:8443//,HTTPS://JY-1.GANXIAN.GOV.CN:8443"
    })
    void isShortAndInCapitalsUnderAHostAlone(String publicUrl, String root) {
        assertEquals(
                root + "/V/RQPQ46RV3FFWFIGH4QMPFNUTLU.2.13",
                new Verification(URI.create(publicUrl), TOKEN).link(2, 13));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://guixue.example.cn/jiaoyu",
                "https://[2001:db8::1]:8080",
                "https://例子.cn",
                "https://a_b.cn",
                "https://ı.cn",
                "https://someone@guixue.example.cn"
            })
    void isLongWhereCapitalsWouldMeanSomethingElse(String publicUrl) {
        assertEquals(
                publicUrl + "/v/" + TOKEN + "?p=2&c=13", new Verification(URI.create(publicUrl), TOKEN).link(2, 13));
    }

    @Test
    void refusesWhatIsNoToken() {
        URI publicUrl = URI.create("https://guixue.example.cn");
        assertThrows(IllegalArgumentException.class, () -> new Verification(publicUrl, "Zk3v9sQ1aB7xY2mN5pR8tA"));
    }
}
