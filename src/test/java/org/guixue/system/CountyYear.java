package org.guixue.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year of the demo county: what is to be done on which day, by whom. What fails ends its own story and no other; all that
 * failed is told at the end.
 */
final class CountyYear {
    private static final String OWN = "瓦罐 松针 十一月 青石";
    private static final Pattern ONE_TIME = Pattern.compile("<code>([2-9a-z]{4}(?:-[2-9a-z]{4}){3})</code>");

    /** What a story does on a day. */
    @FunctionalInterface
    interface Step {
        void act() throws Exception;
    }

    private record Planned(String story, Step step) {}

    private final HouseByDay house;
    private final TreeMap<LocalDate, List<Planned>> plan = new TreeMap<>();
    private final Map<String, Client> clients = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final List<String> failures = new ArrayList<>();
    private final List<YearPaper> papers = new ArrayList<>();

    CountyYear(HouseByDay house) {
        this.house = house;
    }

    void on(String day, String story, Step step) {
        plan.computeIfAbsent(LocalDate.parse(day), first -> new ArrayList<>()).add(new Planned(story, step));
    }

    /** Opens the house on each planned day up to and with the last, and does what is planned. */
    void run(LocalDate last) throws Exception {
        for (Map.Entry<LocalDate, List<Planned>> each : plan.headMap(last, true).entrySet()) {
            house.open(each.getKey());
            each.getValue().stream()
                    .filter(planned -> !ended.contains(planned.story()))
                    .toList()
                    .forEach(planned -> take(each.getKey(), planned));
            house.shut();
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " did not hold:\n" + String.join("\n", failures));
        }
    }

    private void take(LocalDate day, Planned planned) {
        if (ended.contains(planned.story())) {
            return;
        }
        try {
            planned.step().act();
        } catch (Exception | AssertionError e) {
            ended.add(planned.story());
            StackTraceElement at = List.of(e.getStackTrace()).stream()
                    .filter(each -> each.getClassName().matches(".*\\.Year[A-Z]\\w+|.*\\.\\w+Story"))
                    .filter(each -> !each.getClassName().endsWith(".YearChild"))
                    .findFirst()
                    .orElse(e.getStackTrace()[0]);
            String told = "%s, %s (%s): %s".formatted(day, planned.story(), at, e.getMessage());
            System.out.println("FAILED " + told);
            failures.add(told);
        }
    }

    /** A demo account, or one that {@link #invite} opened. */
    Client as(String account) {
        return clients.computeIfAbsent(account, name -> new Client(house.base(), name));
    }

    /** A demo account at its pages. */
    Visitor visitor(String account) {
        return new Visitor(house.base()).signIn(account, SystemIT.PASSWORD);
    }

    /** Opens an account as the bureau does, and gives it a password of its own. */
    void invite(String username, String name, String role, String office, String... grants) {
        Visitor bureau = visitor("bureau");
        List<String> fields = new ArrayList<>(List.of(
                "username", username, "displayName", name, "role", role, "office", Long.toString(office(office))));
        for (String grant : grants) {
            fields.addAll(List.of("grants", grant));
        }
        String page = bureau.get(Visitor.location(bureau.post("/admin/accounts/new", fields.toArray(String[]::new))))
                .body();
        Matcher oneTime = ONE_TIME.matcher(page);
        if (!oneTime.find()) {
            throw new AssertionError("no one-time password: " + page);
        }
        Visitor invited = new Visitor(house.base()).signIn(username, oneTime.group(1));
        invited.get("/account/password");
        HttpResponse<String> changed =
                invited.post("/account/password", "present", oneTime.group(1), "wanted", OWN, "again", OWN);
        if (changed.statusCode() != 303) {
            throw new AssertionError("no password of one's own: " + changed.body());
        }
        clients.put(username, new Client(house.base(), username, OWN));
        as(username).get("/api/tasks").expect(200);
    }

    long office(String name) {
        return as("bureau").office("name", name).get("id").asLong();
    }

    void issued(JsonNode paper) {
        papers.add(YearPaper.of(paper));
    }

    List<YearPaper> papers() {
        return papers;
    }

    /** What an account is told to do, all of it. */
    List<JsonNode> tasks(String account, String query) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            JsonNode answer = as(account)
                    .get("/api/tasks?size=200&page=" + page + query)
                    .expect(200)
                    .json();
            answer.get("items").forEach(all::add);
            if (all.size() >= answer.get("total").asInt()) {
                return all;
            }
        }
    }
}
