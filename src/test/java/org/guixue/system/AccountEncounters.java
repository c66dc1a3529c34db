package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two of the bureau who invite, correct, reset and close the same account, and two who hold its one password. */
final class AccountEncounters {
    private static final Pattern ONE_TIME = Pattern.compile("<code>([2-9a-z]{4}(?:-[2-9a-z]{4}){3})</code>");

    private final URI base;
    private final BureauPair pair;

    AccountEncounters(URI base, BureauPair pair) {
        this.base = base;
        this.pair = pair;
    }

    /** About an account of that office, which is closed at the end. */
    void allMeet(String township, int round) throws Exception {
        String account = theSameAccountIsInvited(township, round);
        theSameAccountIsCorrected(account, township);
        String handed = theSamePasswordIsReset(account);
        theSameAccountChangesItsPassword("met" + round, handed);
        theSameAccountIsClosed(account);
    }

    private String theSameAccountIsInvited(String township, int round) throws Exception {
        pair.one.get("/admin/accounts/new");
        pair.two.get("/admin/accounts/new");
        HttpResponse<String> invited = BureauPair.expectOne(
                "inviting",
                303,
                pair.both((who, number) -> who.post(
                        "/admin/accounts/new",
                        "username",
                        "met" + round,
                        "displayName",
                        "遇" + number,
                        "role",
                        "TOWNSHIP",
                        "office",
                        township.substring(1))),
                409,
                422);
        return Visitor.location(invited);
    }

    private void theSameAccountIsCorrected(String account, String township) throws Exception {
        String version = BureauPair.version(pair.one.get(account + "/edit"));
        pair.two.get(account + "/edit");
        BureauPair.expectOne(
                "correcting an account",
                303,
                pair.both((who, number) -> who.post(
                        account + "/edit",
                        "displayName",
                        "改" + number,
                        "role",
                        "TOWNSHIP",
                        "office",
                        township.substring(1),
                        "version",
                        version)),
                409,
                422);
    }

    private String theSamePasswordIsReset(String account) throws Exception {
        pair.one.get(account);
        pair.two.get(account);
        List<HttpResponse<String>> answers =
                pair.both((who, number) -> who.post(account + "/reset", "reason", "遗忘", "password", SystemIT.PASSWORD));
        assertTrue(
                answers.stream().allMatch(each -> each.statusCode() == 303 || each.statusCode() == 409),
                answers.toString());
        // whoever was given one last has the one that opens it
        String last = "";
        for (Visitor each : List.of(pair.one, pair.two)) {
            Matcher found = ONE_TIME.matcher(each.get(account).body());
            if (found.find() && opens(account, found.group(1))) {
                last = found.group(1);
            }
        }
        assertNotEquals("", last, "no password that was handed out opens it: " + answers);
        return last;
    }

    private boolean opens(String account, String password) {
        Matcher name = Pattern.compile("met\\d").matcher(pair.one.get(account).body());
        assertTrue(name.find());
        Visitor guest = new Visitor(base);
        guest.get("/login");
        return guest.post("/login", "username", name.group(), "password", password)
                        .statusCode()
                == 303;
    }

    private void theSameAccountChangesItsPassword(String username, String present) throws Exception {
        Visitor first = new Visitor(base).signIn(username, present);
        Visitor second = new Visitor(base).signIn(username, present);
        List<String> wanted = List.of("瓦罐 松针 十一月 青石", "竹篮 河滩 二月 白云");
        List<HttpResponse<String>> answers = pair.together.act(
                () -> change(first, present, wanted.get(0)), () -> change(second, present, wanted.get(1)));
        List<Boolean> changed = answers.stream()
                .map(each -> each.statusCode() == 303 && !Visitor.location(each).startsWith("/login"))
                .toList();
        assertNotEquals(changed.get(0), changed.get(1), answers.toString());
        answers.forEach(each -> assertTrue(each.statusCode() < 500, each.body()));
        new Visitor(base).signIn(username, wanted.get(changed.indexOf(true)));
    }

    private static HttpResponse<String> change(Visitor who, String present, String wanted) {
        return who.post("/account/password", "present", present, "wanted", wanted, "again", wanted);
    }

    private void theSameAccountIsClosed(String account) throws Exception {
        BureauPair.expectOne(
                "closing an account",
                303,
                pair.both((who, number) -> who.post(account + "/close", "reason", "调离", "password", SystemIT.PASSWORD)),
                409);
    }
}
