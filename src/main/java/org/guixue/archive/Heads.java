package org.guixue.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.Sha256;

/**
 * The head files {@code heads/<year>/<date>.json}, and {@code <date>.2.json} and so on where more was written on a day (at
 * each clean shutdown): how far every register and the audit trail had come.
 *
 * <p>Each names the digest of the one before, so that none can be changed or taken out of the row in silence. A head file
 * is written once and never changed.
 */
final class Heads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.([1-9]\\d{0,8}))?\\.json");

    private final Path folder;

    Heads(Path records) {
        this.folder = records.resolve("heads");
    }

    /** All head files, oldest first. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path year : Disk.list(folder)) {
            for (Path file : Disk.list(year)) {
                if (NAME.matcher(file.getFileName().toString()).matches()) {
                    files.add(file);
                }
            }
        }
        files.sort(Comparator.comparing((Path file) -> day(file)).thenComparing(Heads::number));
        return files;
    }

    /** The day of the newest file; looks into the newest year alone. */
    Optional<LocalDate> newest() throws IOException {
        List<Path> years = Disk.list(folder);
        for (int i = years.size() - 1; i >= 0; i--) {
            Optional<LocalDate> newest = Disk.list(years.get(i)).stream()
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .map(Heads::day)
                    .max(Comparator.naturalOrder());
            if (newest.isPresent()) {
                return newest;
            }
        }
        return Optional.empty();
    }

    private static LocalDate day(Path file) {
        return LocalDate.parse(file.getFileName().toString().substring(0, 10));
    }

    private static int number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && name.group(2) != null ? Integer.parseInt(name.group(2)) : 1;
    }

    private static String name(LocalDate day, int number) {
        return day + (number == 1 ? "" : "." + number) + ".json";
    }

    /**
     * Writes the day's first file, or a further one, and returns it; where the last file names the same heads, that stays
     * the last.
     */
    Path write(Disk disk, LocalDate day, List<RegisterHead> registers, RegisterHead audit) throws IOException {
        if (!audit.register().equals(Archive.AUDIT)) {
            throw new IllegalArgumentException("expected the head of the audit trail, found: " + audit);
        }
        List<RegisterHead> heads = new ArrayList<>(registers);
        heads.add(audit);
        List<Path> files = files();
        Optional<Path> last = files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1));
        boolean again = last.filter(file -> !day(file).isBefore(day)).isPresent();
        if (again && namedBy(last.orElseThrow()).equals(heads)) {
            return last.orElseThrow();
        }
        LocalDate dated = again ? day(last.orElseThrow()) : day;
        Path target = folder.resolve(String.valueOf(dated.getYear()))
                .resolve(name(dated, again ? number(last.orElseThrow()) + 1 : 1));
        Sha256 previous = last.isEmpty() ? RegisterHead.NONE : BagCheck.digest(last.get());
        disk.makeFolders(target.getParent());
        disk.replace(target, text(dated, previous, heads).getBytes(StandardCharsets.US_ASCII));
        return target;
    }

    private static String text(LocalDate day, Sha256 previous, List<RegisterHead> heads) {
        ObjectNode json = JSON.createObjectNode();
        json.put("date", day.toString());
        json.put("previous", previous.hex());
        ArrayNode chains = json.putArray("heads");
        for (RegisterHead head : heads) {
            chains.addObject()
                    .put("register", head.register())
                    .put("length", head.length())
                    .put("head", head.head().hex());
        }
        return json + "\n";
    }

    /** The heads that all files name; what does not fit goes to {@code findings}. */
    List<RegisterHead> read(List<Finding> findings) throws IOException {
        List<RegisterHead> all = new ArrayList<>();
        Sha256 previous = RegisterHead.NONE;
        for (Path file : files()) {
            String where = folder.getParent().relativize(file).toString();
            try {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                JsonNode json = JSON.readTree(text);
                LocalDate day = LocalDate.parse(json.path("date").asText());
                List<RegisterHead> heads = heads(json);
                if (!text.equals(text(day, previous, heads))
                        || !file.endsWith(day.getYear() + "/" + name(day, number(file)))) {
                    findings.add(new Finding(Finding.Kind.HEADS_ALTERED, where, "does not follow the file before it"));
                }
                all.addAll(heads);
            } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
                findings.add(new Finding(Finding.Kind.HEADS_ALTERED, where, "is no head file"));
            }
            previous = BagCheck.digest(file);
        }
        return all;
    }

    /** What the files know of one chain, oldest first. */
    List<RegisterHead> of(String register) throws IOException {
        return read(new ArrayList<>()).stream()
                .filter(head -> head.register().equals(register))
                .toList();
    }

    private static List<RegisterHead> namedBy(Path file) throws IOException {
        try {
            return heads(JSON.readTree(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<RegisterHead> heads(JsonNode json) {
        List<RegisterHead> heads = new ArrayList<>();
        for (JsonNode head : json.path("heads")) {
            heads.add(new RegisterHead(
                    head.path("register").asText(),
                    head.path("length").asLong(),
                    new Sha256(head.path("head").asText())));
        }
        return heads;
    }
}
