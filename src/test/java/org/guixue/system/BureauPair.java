package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two of the bureau, each signed in, who do the same at the same moment: one is done, the other is told so. */
final class BureauPair implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    final Visitor one;
    final Visitor two;
    final Together together = new Together();

    BureauPair(URI base) {
        one = new Visitor(base).signIn("bureau", SystemIT.PASSWORD);
        two = new Visitor(base).signIn("bureau", SystemIT.PASSWORD);
    }

    interface Act {
        HttpResponse<String> by(Visitor who, int number);
    }

    /** A connection that stood idle while a key was made may be closed; a page is asked again by itself, a form is not. */
    List<HttpResponse<String>> both(Act act) throws Exception {
        one.get("/account/password");
        two.get("/account/password");
        return together.act(() -> act.by(one, 1), () -> act.by(two, 2));
    }

    /** The answer to the one that was done. */
    static HttpResponse<String> expectOne(String what, int done, List<HttpResponse<String>> answers, int... refused) {
        List<HttpResponse<String>> sorted = answers.stream()
                .sorted((a, b) -> Integer.compare(a.statusCode(), b.statusCode()))
                .toList();
        String found =
                what + " " + sorted.get(0).statusCode() + " " + sorted.get(1).statusCode();
        assertEquals(done, sorted.get(0).statusCode(), found + sorted.get(0).body());
        int second = sorted.get(1).statusCode();
        assertTrue(
                Arrays.stream(refused).anyMatch(each -> each == second),
                found + sorted.get(1).body());
        return sorted.get(0);
    }

    static String version(HttpResponse<String> form) {
        Matcher found = VERSION.matcher(form.body());
        assertTrue(found.find(), form.body());
        return found.group(1);
    }

    @Override
    public void close() {
        together.close();
    }
}
