package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every cell of {@link AccessMatrix}, asked of the real server with real ids; all unexpected answers are told at once. */
class AccessMatrixIT extends SystemIT {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String BOUNDARY = "matrix";
    private static final long NOBODYS = 999_999_999L;

    private final Map<String, Asker> askers = new LinkedHashMap<>();
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Map<String, Long> offices = new LinkedHashMap<>();
    private final Map<String, Long> children = new LinkedHashMap<>();
    private final Map<String, Long> cases = new LinkedHashMap<>();
    private final Map<String, Long> papers = new LinkedHashMap<>();
    private final List<Integer> statuses = new ArrayList<>();

    @Test
    void hasNoUnexpectedAnswer() throws IOException {
        AccessMatrix.ASKING.forEach(name -> askers.put(name, new Asker(at("/"), name)));
        settle("clerk");
        settle("clerk2");
        Map<String, Route> routes = Route.all();
        List<String> unexpected = new ArrayList<>();
        List<AccessMatrix.Row> rows = new ArrayList<>(AccessMatrix.read().rows().values());
        rows.sort(Comparator.comparing(AccessMatrixIT::ends));
        for (AccessMatrix.Row row : rows) {
            if (ends(row)) {
                AccessMatrix.ASKING.forEach(name -> askers.put(name, new Asker(at("/"), name)));
            }
            Route route = routes.getOrDefault(row.name(), new Route(row.method(), row.path(), ""));
            statuses.clear();
            List<String> found = AccessMatrix.ASKING.stream()
                    .map(asking -> answers(row, route, asking))
                    .toList();
            if (!found.equals(row.cells())) {
                unexpected.add("expected " + row.with(row.cells()) + "\n   found " + row.with(found) + "\n   statuses "
                        + statuses);
            }
        }
        assertEquals("", String.join("\n", unexpected));
    }

    /** Whoever asked for it is signed out by it. */
    private static boolean ends(AccessMatrix.Row row) {
        return row.path().equals("/logout") || row.path().equals("/account/sign-out-everywhere");
    }

    private String answers(AccessMatrix.Row row, Route route, String asking) {
        int cell = AccessMatrix.ASKING.indexOf(asking);
        String within = answer(row, route, asking, true);
        return row.cells().get(cell).contains("/") ? within + "/" + answer(row, route, asking, false) : within;
    }

    private String answer(AccessMatrix.Row row, Route route, String asking, boolean within) {
        String path = filled(row.path(), row.path(), asking, within);
        String input = filled(row.input(), row.path(), asking, within);
        boolean query = input.startsWith("?");
        String type = row.method().equals("GET") ? "" : type(route);
        String body = type.startsWith("multipart/") ? multipart(input) : query ? "" : input;
        HttpResponse<String> answer = askers.get(asking).send(row.method(), path + (query ? input : ""), type, body);
        statuses.add(answer.statusCode());
        return meaning(answer);
    }

    /** Permitted is whatever is neither a refusal nor a fault: also what the values alone make impossible. */
    private static String meaning(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 302 && answer.headers().firstValue("Location").orElse("").startsWith("/login")) {
            return "login";
        }
        boolean ok = status < 400 || List.of(400, 409, 412, 422, 429).contains(status);
        return ok ? "ok" : Integer.toString(status);
    }

    private static String type(Route route) {
        if (!route.consumes().isEmpty() && !route.consumes().equals("*/*")) {
            return route.consumes().startsWith("multipart/")
                    ? route.consumes() + "; boundary=" + BOUNDARY
                    : route.consumes();
        }
        return route.path().startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
    }

    private static String multipart(String input) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" + input + "\r\n--"
                + BOUNDARY + "--\r\n";
    }

    private String filled(String text, String path, String asking, boolean within) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(variable(match.group(1), path, asking, within)));
    }

    /** Each variable of a path or an input; {@code id} is that of the thing which the path begins with. */
    private String variable(String name, String path, String asking, boolean within) {
        return switch (name) {
            case "id" ->
                path.matches("(/api)?/students/(imports?|enquiries)/.*")
                        ? Long.toString(NOBODYS)
                        : variable(path.replaceFirst("^(?:/api|/admin)?/(\\w+?)s?/.*", "$1"), path, asking, within);
            case "student" -> Long.toString(of(children, asking, within));
            case "case" -> Long.toString(of(cases, asking, within));
            case "instrument" -> Long.toString(of(papers, asking, within));
            case "office", "seal" -> Long.toString(within ? office("clerk") : NOBODYS);
            case "account",
                    "approval",
                    "agreement",
                    "batche",
                    "watch",
                    "aid",
                    "event",
                    "evidence",
                    "item",
                    "scan",
                    "reconciliation",
                    "statu" -> Long.toString(NOBODYS);
            case "draft" -> Long.toString(draft(asking, within));
            case "photo", "random" -> UUID.randomUUID().toString();
            case "jurisdiction" -> "shangtianti";
            case "form" -> "persuasion-notice";
            case "ledger" -> "late-return-register";
            case "version", "page" -> "1";
            case "n", "pile" -> "9999";
            case "box" -> "1";
            case "year" -> "2031";
            case "format" -> "pdf";
            case "token" -> "0".repeat(32);
            case "code" -> "A".repeat(26) + ".1.1";
            default -> throw new AssertionError("no sample for {" + name + "} in " + path + "; add one here");
        };
    }

    /** The clerk's things are within everybody's scope but the other school's; for a county all else is nobody's. */
    private static long of(Map<String, Long> things, String asking, boolean within) {
        boolean south = asking.equals("clerk2");
        if (within) {
            return things.get(south ? "clerk2" : "clerk");
        }
        return List.of("inspector", "bureau").contains(asking) ? NOBODYS : things.get(south ? "clerk" : "clerk2");
    }

    /** A draft is its owner's alone; each question gets a fresh one. */
    private long draft(String asking, boolean within) {
        String owner = within ? asking : asking.equals("clerk") ? "clerk2" : "clerk";
        if (List.of("inspector", "nobody").contains(owner)) {
            return NOBODYS;
        }
        Map<String, Object> order = Map.of("form", "national/duty-agreement", "office", office(owner));
        Client.Answer made = client(owner).post("/api/drafts", order);
        return made.status() == 201 ? made.json().get("id").asLong() : NOBODYS;
    }

    /** The office that an account works for. */
    private long office(String username) {
        return offices.computeIfAbsent(username, name -> client(name)
                .get("/api/offices")
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asLong());
    }

    private Client client(String username) {
        return clients.computeIfAbsent(username, name -> new Client(at("/"), name));
    }

    /** A child of the clerk's own school with a case and a paper. */
    private void settle(String username) {
        JsonNode items = client(username)
                .get("/api/students?size=200")
                .expect(200)
                .json()
                .get("items");
        for (JsonNode item : items) {
            long child = item.get("id").asLong();
            Optional<Long> paper = paper(username, child, item.get("name").asText());
            Client.Answer open = client(username).get("/api/students/" + child + "/case");
            if (open.status() == 200 && paper.isPresent()) {
                children.put(username, child);
                cases.put(username, open.json().get("id").asLong());
                papers.put(username, paper.get());
                return;
            }
        }
        throw new AssertionError("the demo county has no child with a case and a paper for " + username);
    }

    private Optional<Long> paper(String username, long child, String name) {
        JsonNode found = client(username)
                .get("/api/search?size=100&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .get("items");
        for (JsonNode item : found) {
            if (item.at("/student/id").asLong() == child
                    && !item.at("/state").asText().equals("VOID")) {
                return Optional.of(item.get("id").asLong());
            }
        }
        return Optional.empty();
    }
}
