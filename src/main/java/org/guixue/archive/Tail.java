package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.guixue.Sha256;

/**
 * What came to a bag after a checkpoint. It fits or it does not; what does not fit is named by {@link BagCheck}, which looks
 * at the whole. Costs the lines after the checkpoint, one look at each folder of a thousand records, and the names of those
 * folders that have changed. Changes nothing.
 */
final class Tail {
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String name;
    private final Path folder;
    private final Checkpoint from;
    private final List<RegisterLine> lines = new ArrayList<>();
    private final Map<String, Sha256> entered = new HashMap<>();
    private Map<String, Sha256> listed = Map.of();
    private Checkpoint next;
    private int highest;

    private Tail(String name, Path folder, Checkpoint from) {
        this.name = name;
        this.folder = folder;
        this.from = from;
        this.next = from;
        this.highest = from.highestItem();
    }

    /** Empty where something does not fit, and the whole has to be looked at. */
    static Optional<Tail> of(String name, Path folder, Checkpoint from) throws IOException {
        Tail tail = new Tail(name, folder, from);
        return tail.fits() ? Optional.of(tail) : Optional.empty();
    }

    /** The lines after the checkpoint. */
    List<RegisterLine> lines() {
        return lines;
    }

    /** How far the bag is whole now. */
    Checkpoint next() {
        return next;
    }

    private boolean fits() throws IOException {
        Path register = folder.resolve(Register.NAME);
        Path manifest = folder.resolve(Manifest.NAME);
        if (!endsWith(register, from.registerBytes(), from.lines() == 0 ? "" : from.head())
                || !endsWith(manifest, from.manifestBytes(), from.manifestEnd())) {
            return false;
        }
        boolean[] fits = {true};
        RegisterHead head = Register.walk(
                from.known(),
                register,
                from.registerBytes(),
                (line, at) -> fits[0] &= enter(line),
                odd -> fits[0] = false);
        List<String> odd = new ArrayList<>();
        listed = Manifest.read(manifest, from.manifestBytes(), odd);
        String tags = tags();
        if (!fits[0] || !odd.isEmpty() || !(from.tags().isEmpty() || from.tags().equals(tags)) || !agree()) {
            return false;
        }
        Optional<Map<String, Checkpoint.Shelf>> shelves = shelves();
        long manifestBytes = Files.size(manifest);
        next = new Checkpoint(
                name,
                head.length(),
                head.head().hex(),
                Files.size(register),
                manifestBytes,
                digest(LineFile.lineBefore(manifest, manifestBytes)),
                tags,
                highest,
                shelves.orElse(Map.of()));
        return shelves.isPresent();
    }

    private static boolean endsWith(Path file, long bytes, String digest) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) >= bytes
                && digest(LineFile.lineBefore(file, bytes)).equals(digest);
    }

    private static String digest(Optional<String> line) {
        return line.map(text -> RegisterLine.digest(text).hex()).orElse("");
    }

    private boolean enter(RegisterLine line) {
        lines.add(line);
        if (line.number().bag().name().equals(name)) {
            highest = Math.max(highest, line.number().item());
        }
        boolean fits = BagCheck.belongs(name, line);
        for (Map.Entry<String, Sha256> file : line.files().entrySet()) {
            fits &= entered.put(file.getKey(), file.getValue()) == null;
        }
        return fits;
    }

    /** Whether register and manifest name the same files with the same digests. */
    private boolean agree() {
        Map<String, Sha256> expected = new HashMap<>(entered);
        if (from.manifestBytes() == 0) {
            expected.put(BagTags.ABOUT, Sha256.of(BagTags.about(name)));
        }
        return listed.equals(expected);
    }

    private String tags() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path top : Disk.list(folder)) {
            String file = top.getFileName().toString();
            all.append(file).append(Files.isSymbolicLink(top)).append('\n');
            if (!file.equals("data") && !file.equals(Manifest.NAME) && !file.equals(Register.NAME)) {
                all.append(Files.isRegularFile(top) ? BagCheck.digest(top) : "no file")
                        .append('\n');
            }
        }
        return Sha256.of(all.toString()).hex();
    }

    /** Each folder of the payload holds what it held and what has come since; empty where one does not. */
    private Optional<Map<String, Checkpoint.Shelf>> shelves() throws IOException {
        Map<String, Set<String>> added = listed.keySet().stream()
                .collect(Collectors.groupingBy(
                        file -> file.substring(0, file.lastIndexOf('/')),
                        Collectors.mapping(file -> file.substring(file.lastIndexOf('/') + 1), Collectors.toSet())));
        Map<String, Checkpoint.Shelf> shelves = new HashMap<>();
        Set<String> places = new TreeSet<>(from.shelves().keySet());
        places.addAll(added.keySet());
        places.add("data");
        for (Path below : Disk.list(folder.resolve("data"))) {
            if (Files.isDirectory(below, LinkOption.NOFOLLOW_LINKS)) {
                places.add("data/" + below.getFileName());
            }
        }
        for (String place : places) {
            Optional<Checkpoint.Shelf> shelf = shelf(place, added.getOrDefault(place, Set.of()));
            if (shelf.isEmpty()) {
                return Optional.empty();
            }
            shelves.put(place, shelf.get());
        }
        return Optional.of(shelves);
    }

    private Optional<Checkpoint.Shelf> shelf(String place, Set<String> added) throws IOException {
        Path shelf = folder.resolve(place);
        Checkpoint.Shelf was = from.shelves().getOrDefault(place, new Checkpoint.Shelf(0, Checkpoint.digest(Set.of())));
        if (!Files.isDirectory(shelf, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        long changed = nanos(Files.getLastModifiedTime(shelf, LinkOption.NOFOLLOW_LINKS));
        if (was.changedNanos() == changed && added.isEmpty()) {
            return Optional.of(was);
        }
        Set<String> names = new TreeSet<>();
        for (Path lying : Disk.list(shelf)) {
            if (Files.isRegularFile(lying, LinkOption.NOFOLLOW_LINKS)) {
                names.add(lying.getFileName().toString());
            } else if (!place.equals("data") || !Files.isDirectory(lying, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
        }
        Set<String> before = new TreeSet<>(names);
        if ((!before.removeAll(added) && !added.isEmpty())
                || before.size() + added.size() != names.size()
                || !Checkpoint.digest(before).equals(was.names())) {
            return Optional.empty();
        }
        boolean settled = nanos(FileTime.from(Instant.now())) - changed > SETTLED_NANOS;
        return Optional.of(new Checkpoint.Shelf(settled ? changed : 0, Checkpoint.digest(names)));
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
