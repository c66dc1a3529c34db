package org.guixue.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guixue.Sha256;

/**
 * Makes every bag agree with itself again after a kill, and reports what a kill can not have done.
 *
 * <p>A kill leaves one of these, and each has one answer:
 *
 * <ul>
 *   <li>names in staging: dropped; a published file has its own name and stays;
 *   <li>an unterminated last line of manifest or register: cut, it was never acknowledged;
 *   <li>a file that was published and has no manifest line: it was forced before, so it is whole. Its line is written,
 *       from the register's digest when the register knows the file (power failed between the two lines), else from its
 *       bytes. Without a register line it is AWAITING: it does not count as a record until it is adopted by
 *       {@link Archive#accession} with the same bytes, or moved out by {@link Archive#quarantine}. It stays at its place
 *       so that a paper that was sealed is never sealed a second time;
 *   <li>a closing that did not come to its end: ended. Its tag manifest follows from the other tag files, which must fit
 *       the payload.
 * </ul>
 *
 * All else (a file missing, a broken chain, a foreign file) is damage: reported and left exactly as it is.
 */
final class BagRecovery {
    private static final Pattern CLOSED_ON = Pattern.compile("\nBagging-Date: (\\S+)\n");
    private static final Pattern SCAN = Pattern.compile("(.*)\\.scan-([1-9]\\d{0,3})\\.pdf");

    private final Disk disk;
    private final Path records;
    private final Map<String, Checkpoint> checkpoints;
    private final List<Finding> findings = new ArrayList<>();

    /** @param checkpoints how far bags were found whole before */
    BagRecovery(Disk disk, Path records, List<Checkpoint> checkpoints) {
        this.disk = disk;
        this.records = records;
        this.checkpoints = checkpoints.stream().collect(Collectors.toMap(Checkpoint::register, found -> found));
    }

    RecoveryReport report() {
        return new RecoveryReport(findings);
    }

    void sweep() throws IOException {
        for (Path left : disk.sweep()) {
            findings.add(new Finding(
                    Finding.Kind.SWEPT, ".staging/" + left.getFileName(), "left by a process that was killed"));
        }
    }

    /** Names of all bags below {@code records/}, and a finding for each folder that is none. */
    static List<String> bags(Path records, List<Finding> findings) throws IOException {
        List<String> bags = new ArrayList<>();
        for (Path fonds : folders(records)) {
            if (!fonds.getFileName().toString().matches(BagId.FONDS)) {
                continue;
            }
            for (Path year : folders(fonds)) {
                for (Path bag : folders(year)) {
                    String name = records.relativize(bag).toString();
                    if (name.matches("[^/]+/(\\d{4}/(Y|D30|D10)|events/\\d{4})")) {
                        bags.add(name);
                    } else {
                        findings.add(new Finding(Finding.Kind.UNLISTED, name, "no bag has this name"));
                    }
                }
            }
        }
        return bags;
    }

    private static List<Path> folders(Path parent) throws IOException {
        return Disk.list(parent).stream()
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    List<Bag> open() throws IOException {
        List<Bag> bags = new ArrayList<>();
        for (String name : bags(records, findings)) {
            bags.add(open(name));
        }
        return bags;
    }

    private Bag open(String name) throws IOException {
        Path folder = records.resolve(name);
        cut(name, folder.resolve(Manifest.NAME));
        cut(name, folder.resolve(Register.NAME));
        endClosing(name, folder);
        Optional<Checkpoint> before = Optional.ofNullable(checkpoints.get(name));
        if (before.isPresent()) {
            Optional<Tail> tail = Tail.of(name, folder, before.get());
            if (tail.isPresent()) {
                RegisterHead head = tail.get().next().known();
                return new Bag(disk, name, folder, head, false, new Whole(name, folder, before, tail.map(Tail::next)));
            }
        }
        return openWhole(name, folder, before);
    }

    private Bag openWhole(String name, Path folder, Optional<Checkpoint> before) throws IOException {
        List<RegisterHead> known = before.map(Checkpoint::known).stream().toList();
        BagCheck check = BagCheck.of(name, folder, known);
        if (check.sound() && !BagCheck.closed(name, folder) && complete(name, folder, check)) {
            check = BagCheck.of(name, folder, known);
        }
        findings.addAll(check.findings());
        boolean differs = check.findings().stream()
                .anyMatch(finding -> finding.kind() == Finding.Kind.REGISTER_SHORTER
                        || finding.kind() == Finding.Kind.REGISTER_DIFFERS);
        Optional<Tail> whole = differs ? Optional.empty() : Tail.of(name, folder, Checkpoint.nothing(name));
        return new Bag(
                disk,
                name,
                folder,
                check.head(),
                !check.sound(),
                new Whole(name, folder, Optional.empty(), whole.map(Tail::next)));
    }

    private void cut(String name, Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String rest = LineFile.rest(file);
        if (rest.isEmpty()) {
            return;
        }
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "rw")) {
            lines.setLength(lines.length() - rest.length());
            disk.force(lines);
        }
        findings.add(new Finding(
                Finding.Kind.CUT, name + "/" + file.getFileName(), "unterminated last line taken off: " + rest));
    }

    private void endClosing(String name, Path folder) throws IOException {
        Path manifest = folder.resolve(BagTags.TAG_MANIFEST);
        if (Files.exists(manifest) || !BagCheck.closed(name, folder)) {
            return;
        }
        boolean allElseFits = BagCheck.of(name, folder, List.of()).findings().stream()
                .allMatch(finding -> finding.where().equals(name + "/" + BagTags.TAG_MANIFEST));
        if (allElseFits && infoFits(name, folder)) {
            disk.replace(manifest, BagTags.tagManifest(folder));
            findings.add(new Finding(
                    Finding.Kind.COMPLETED, name + "/" + BagTags.TAG_MANIFEST, "a closing was brought to its end"));
        }
    }

    private static boolean infoFits(String name, Path folder) throws IOException {
        byte[] info = Files.readAllBytes(folder.resolve(BagTags.INFO));
        Matcher closedOn = CLOSED_ON.matcher(new String(info, StandardCharsets.ISO_8859_1));
        try {
            return closedOn.find()
                    && Arrays.equals(info, BagTags.closedInfo(name, LocalDate.parse(closedOn.group(1)), folder));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean complete(String name, Path folder, BagCheck check) throws IOException {
        List<String> unlisted = check.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.UNLISTED)
                .map(finding -> finding.where().substring(name.length() + 1))
                .filter(file ->
                        fits(name, file) && Files.isRegularFile(folder.resolve(file), LinkOption.NOFOLLOW_LINKS))
                .toList();
        Manifest manifest = new Manifest(disk, folder);
        boolean changed = false;
        for (String file : unlisted) {
            Sha256 digest = BagCheck.digest(folder.resolve(file));
            if (check.entered(file).map(digest::equals).orElse(true)) {
                try (LineFile.Appender lines = manifest.open()) {
                    lines.append(Manifest.line(file, digest));
                    lines.force();
                }
                findings.add(new Finding(Finding.Kind.COMPLETED, name + "/" + file, "manifest line written"));
                changed = true;
            }
        }
        return changed;
    }

    /** Whether a record or a scan of this bag would lie exactly there. */
    private static boolean fits(String name, String file) {
        String last = file.substring(file.lastIndexOf('/') + 1);
        Matcher scan = SCAN.matcher(last);
        Optional<ArchivalNumber> number = ArchivalNumber.ofFile(last);
        if (number.isEmpty()) {
            return false;
        }
        if (scan.matches()) {
            boolean here = number.get().bag().name().equals(name)
                    || name.startsWith(number.get().fonds() + "/events/");
            return here && number.get().scan(Integer.parseInt(scan.group(2))).equals(file);
        }
        boolean record = number.get().isEvidence() && number.get().record().equals(file);
        return number.get().bag().name().equals(name) && (record || number.get().mayLieAt(file));
    }
}
