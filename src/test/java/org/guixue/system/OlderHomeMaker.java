package org.guixue.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.guixue.Sha256;

/**
 * Makes a home with one of everything that the next version must take over, and writes it as an archive with the facts that
 * {@link OlderHomesIT} holds against it. {@code src/test/resources/homes/README.md} says when and how to run it.
 */
final class OlderHomeMaker {
    private static final String CHILD = "甘小苗";
    private static final String CHILD_ID = RosterSheet.id("20130411", 399);
    private static final String FAIL = "fail-sign";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final ObjectNode facts = json.createObjectNode();
    private final Path folder;
    private final String name;
    private final ServerProcess server;
    private final Client clerk;

    private OlderHomeMaker(Path folder, String name, Path home, Map<String, String> database) {
        this.folder = folder;
        this.name = name;
        this.server = new ServerProcess(home, database);
        this.clerk = new Client(server.base(), "clerk");
    }

    /** @param arguments the folder to write to, the archive's name, and {@code derby} or {@code postgresql} */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Path home = Files.createTempDirectory("older").resolve(OlderHome.FOLDER);
        if (arguments[2].equals("derby")) {
            new OlderHomeMaker(folder, arguments[1], home, Map.of()).make("jdbc:derby:" + home.resolve("db"), Map.of());
            return;
        }
        try (PostgresCluster cluster = PostgresCluster.start()) {
            OlderHomeMaker maker = new OlderHomeMaker(folder, arguments[1], home, cluster.environment());
            maker.make(cluster.address(), Map.of(OlderHome.DUMP, cluster::dump));
        }
    }

    private void make(String database, Map<String, OlderHome.Beside> beside) throws Exception {
        Path home = server.home();
        Files.createDirectories(home);
        try (server) {
            Path rule = Files.writeString(home.resolve("rules.btm"), failingSignature());
            server.start(ServerProcess.byteman(rule));
            fill();
            Files.delete(rule);
        }
        readBack(database);
        if (database.startsWith("jdbc:derby:")) {
            OlderHome.closeDerby(database);
        }
        json.writeValue(folder.resolve(name + ".json").toFile(), facts);
        OlderHome.pack(home, beside, folder.resolve(name + ".zip"));
    }

    private String failingSignature() {
        return """
                RULE fail-sign
                CLASS org.guixue.signing.Seal
                METHOD sign
                AT ENTRY
                BIND armed:java.io.File = new java.io.File("%s")
                IF armed.exists()
                DO throw new java.lang.IllegalStateException("the signature fails")
                ENDRULE
                """.formatted(server.home().resolve(FAIL));
    }

    private void fill() throws IOException, InterruptedException {
        facts.put(
                "children",
                clerk("inspector")
                        .get("/api/students?size=1")
                        .expect(200)
                        .json()
                        .get("total")
                        .asLong());
        facts.set("child", clerk.get("/api/students?size=1").expect(200).json().at("/items/0"));
        long paper = clerk.post("/api/instruments", Orders.notice(child(0)))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        clerk.post("/api/instruments/" + paper + "/void", Map.of("reason", "学生姓名有误，另行制作"))
                .expect(200);
        beginDraft();
        handIn();
        stageImport();
        long withCase = childWithCase();
        facts.putObject("case")
                .put("student", withCase)
                .set(
                        "body",
                        clerk.get("/api/students/" + withCase + "/case")
                                .expect(200)
                                .json());
        new MonthsWork(server.base()).doIn(facts);
        Path armed = Files.createFile(server.home().resolve(FAIL));
        clerk.post("/api/instruments", Orders.notice(child(1))).expect(202);
        Map<String, Object> visit = Orders.homeVisit(child(2));
        visit.put("values", visitWithPicture(takePhoto().get("id").asText()));
        clerk.post("/api/instruments", visit).expect(202);
        server.stop();
        Files.delete(armed);
    }

    private Client clerk(String username) {
        return new Client(server.base(), username);
    }

    private long child(int nth) {
        return clerk.enrolledDemoChild(nth).get("id").asLong();
    }

    private long childWithCase() {
        return clerk.demoChildren().stream()
                .map(item -> item.get("id").asLong())
                .filter(id -> clerk.get("/api/students/" + id + "/case").status() == 200)
                .findFirst()
                .orElseThrow();
    }

    private void beginDraft() throws IOException {
        JsonNode photo = takePhoto();
        JsonNode draft = clerk.post(
                        "/api/drafts",
                        Map.of(
                                "form",
                                "haikou/home-visit-record",
                                "student",
                                child(3),
                                "values",
                                visitWithPicture(photo.get("id").asText())))
                .expect(201)
                .json();
        ObjectNode fact = facts.putObject("draft");
        fact.set("id", draft.get("id"));
        fact.set(
                "values",
                clerk.get("/api/drafts/" + draft.get("id")).expect(200).json().get("values"));
        fact.set("photo", photo);
    }

    private static Map<String, Object> visitWithPicture(String photo) {
        return Map.of(
                "visitedOn", "2026-11-02",
                "conversation", "向家长宣讲义务教育法，家长表示理解，同意送孩子返校。",
                "parentOpinion", "同意。",
                "photosOn", "2026-11-02",
                "photos", List.of(photo));
    }

    private void handIn() {
        JsonNode draft = clerk.post(
                        "/api/drafts",
                        Map.of(
                                "form",
                                "shifan/enrolment-certificate",
                                "student",
                                child(4),
                                "values",
                                Map.of("purpose", "申请临时救助")))
                .expect(201)
                .json();
        JsonNode handed = clerk.post("/api/drafts/" + draft.get("id") + "/submit", "")
                .expect(200)
                .json();
        ObjectNode fact = facts.putObject("approval");
        fact.set("draft", draft.get("id"));
        fact.set("digest", handed.get("digest"));
    }

    private void stageImport() throws InterruptedException {
        String roster =
                "姓名,身份证号,年级,班级,监护人姓名,关系,联系电话,现住址\n" + CHILD + "," + CHILD_ID + ",六年级,2班,甘建平,父亲,13900000002,东山镇桥头村1号\n";
        String location = new Asker(server.base(), "clerk")
                .send(
                        "POST",
                        "/students/import",
                        "multipart/form-data; boundary=older",
                        "--older\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\n" + roster + "\r\n--older--\r\n")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        long id = Long.parseLong(location.replaceFirst(".*/", ""));
        while (!clerk.get("/api/students/imports/" + id)
                .expect(200)
                .json()
                .get("state")
                .asText()
                .equals("READY")) {
            Thread.onSpinWait();
        }
        facts.putObject("import").put("id", id).put("name", CHILD).put("nationalId", CHILD_ID);
    }

    private JsonNode takePhoto() throws IOException {
        return clerk.upload("/api/photos", "家访照片.jpg", Pictures.jpeg())
                .expect(201)
                .json();
    }

    /** What was frozen, from the database itself: no route shows it. */
    private void readBack(String database) throws SQLException {
        ArrayNode papers = facts.putArray("papers");
        try (Connection connection = DriverManager.getConnection(database, "guixue", "guixue");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select id, state, title, serial, archival_number, token, sha256,"
                                + " record_json from instrument order by id")) {
            while (row.next()) {
                ObjectNode paper = papers.addObject()
                        .put("id", row.getLong("id"))
                        .put("state", row.getString("state"))
                        .put("title", row.getString("title"))
                        .put("serial", row.getString("serial"))
                        .put("archivalNumber", row.getString("archival_number"))
                        .put("token", row.getString("token"));
                byte[] record = row.getBytes("record_json");
                paper.put("recordSha256", Sha256.of(record).hex());
                if (row.getString("state").equals("RESERVED")) {
                    paper.put("record", new String(record, StandardCharsets.UTF_8));
                } else {
                    paper.put("sha256", row.getString("sha256"));
                }
            }
        }
    }
}
