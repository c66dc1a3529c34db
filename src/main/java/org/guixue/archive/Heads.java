package org.guixue.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guixue.Sha256;

/**
 * The daily head files {@code heads/<year>/<date>.json}: how far every register and the audit trail had come.
 *
 * <p>Each names the digest of the one before, so that none can be changed or taken out of the row in silence. A head file
 * is written once and never changed.
 */
final class Heads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Heads(Path records) {
        this.folder = records.resolve("heads");
    }

    /** All head files, oldest first. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path year : Disk.list(folder)) {
            for (Path file : Disk.list(year)) {
                if (file.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}\\.json")) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    /** Writes the day's file and returns it; when there is one already, that stays as it is. */
    Path write(Disk disk, LocalDate day, List<RegisterHead> heads) throws IOException {
        Path target = folder.resolve(String.valueOf(day.getYear())).resolve(day + ".json");
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return target;
        }
        List<Path> files = files();
        Sha256 previous = files.isEmpty() ? RegisterHead.NONE : BagCheck.digest(files.get(files.size() - 1));
        disk.makeFolders(target.getParent());
        disk.replace(target, text(day, previous, heads).getBytes(StandardCharsets.US_ASCII));
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
                if (!text.equals(text(day, previous, heads)) || !file.endsWith(day.getYear() + "/" + day + ".json")) {
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
