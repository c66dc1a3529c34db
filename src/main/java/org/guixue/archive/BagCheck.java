package org.guixue.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guixue.Sha256;

/**
 * One look at a bag: manifest against register against folder, without reading the payload; {@link #altered} reads it.
 * Changes nothing and needs no open archive, but the bag must not be written to during the look.
 */
final class BagCheck {
    private final String name;
    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Sha256> entered = new HashMap<>();
    private Map<String, Sha256> listed = Map.of();
    private RegisterHead head;
    private final LineTimes times = new LineTimes();
    private boolean sound = true;

    private BagCheck(String name, Path folder) {
        this.name = name;
        this.folder = folder;
        this.head = new RegisterHead(name, 0, RegisterHead.NONE);
    }

    /** Looks at a bag; {@code known} are heads that were kept outside it, of this and of other registers. */
    static BagCheck of(String name, Path folder, List<RegisterHead> known) throws IOException {
        BagCheck check = new BagCheck(name, folder);
        check.tags();
        check.manifest();
        check.register(known.stream()
                .filter(head -> head.register().equals(name) && head.length() > 0)
                .toList());
        check.files();
        return check;
    }

    /** Looks at the register alone, after a checkpoint that holds; {@code known} are heads of it from there on. */
    static BagCheck ofRegister(String name, Path folder, Checkpoint from, List<RegisterHead> known) throws IOException {
        BagCheck check = new BagCheck(name, folder);
        known.forEach(kept -> check.differs(kept, from.known()));
        check.register(from.known(), from.registerBytes(), known);
        return check;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether manifest and register can be read to their ends; only then may a line be added. */
    boolean sound() {
        return sound;
    }

    RegisterHead head() {
        return head;
    }

    Map<String, Sha256> listed() {
        return listed;
    }

    /** The digest under which the register knows a file. */
    Optional<Sha256> entered(String payload) {
        return Optional.ofNullable(entered.get(payload));
    }

    /** Reads every listed file and names those whose bytes are not what was put there. */
    List<Finding> altered() throws IOException {
        List<Finding> altered = new ArrayList<>();
        for (Map.Entry<String, Sha256> entry : listed.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Sha256 expected = entered(entry.getKey()).orElse(entry.getValue());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && !digest(file).equals(expected)) {
                altered.add(finding(Finding.Kind.ALTERED, entry.getKey(), "expected " + expected));
            }
        }
        return altered;
    }

    static Sha256 digest(Path file) throws IOException {
        MessageDigest digester = Sha256.digester();
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                DigestInputStream digested = new DigestInputStream(bytes, digester)) {
            digested.transferTo(OutputStream.nullOutputStream());
        }
        return new Sha256(HexFormat.of().formatHex(digester.digest()));
    }

    static boolean closed(String name, Path folder) throws IOException {
        Path info = folder.resolve(BagTags.INFO);
        return Files.exists(info) && !Arrays.equals(Files.readAllBytes(info), BagTags.openInfo(name));
    }

    private void tags() throws IOException {
        expect(BagTags.BAGIT, BagTags.bagit());
        if (!Files.exists(folder.resolve(BagTags.INFO))) {
            add(Finding.Kind.MISSING, BagTags.INFO, "every bag has it");
        } else if (closed(name, folder)) {
            expect(BagTags.TAG_MANIFEST, BagTags.tagManifest(folder));
        } else if (Files.exists(folder.resolve(BagTags.TAG_MANIFEST))) {
            add(Finding.Kind.TAG_ALTERED, BagTags.INFO, "says less than a closed bag's, and the bag was closed");
        }
        for (Path top : Disk.list(folder)) {
            String file = top.getFileName().toString();
            boolean known = BagTags.TAGGED.contains(file) || file.equals("data") || file.equals(BagTags.TAG_MANIFEST);
            if (!known || Files.isSymbolicLink(top)) {
                add(Finding.Kind.UNLISTED, file, "no part of a bag");
            }
        }
    }

    private void expect(String file, byte[] expected) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            add(Finding.Kind.MISSING, file, "every such bag has it");
        } else if (!Arrays.equals(Files.readAllBytes(path), expected)) {
            add(Finding.Kind.TAG_ALTERED, file, "not what it was");
        }
    }

    private void manifest() throws IOException {
        if (!Files.exists(folder.resolve(Manifest.NAME))) {
            broken(Finding.Kind.MISSING, Manifest.NAME, "every bag has it");
            return;
        }
        List<String> odd = new ArrayList<>();
        listed = Manifest.read(folder.resolve(Manifest.NAME), odd);
        odd.forEach(line -> broken(Finding.Kind.MANIFEST_ALTERED, Manifest.NAME, "no manifest line: " + line));
    }

    private void register(List<RegisterHead> known) throws IOException {
        if (!Files.exists(folder.resolve(Register.NAME))) {
            broken(Finding.Kind.MISSING, Register.NAME, "every bag has it");
            return;
        }
        register(head, 0, known);
    }

    private void register(RegisterHead from, long begin, List<RegisterHead> known) throws IOException {
        head = Register.walk(
                from,
                folder.resolve(Register.NAME),
                begin,
                (line, at) -> enter(line, at, known),
                odd -> broken(Finding.Kind.CHAIN_BROKEN, Register.NAME, odd));
        for (RegisterHead kept : known) {
            if (kept.length() > head.length()) {
                add(
                        Finding.Kind.REGISTER_SHORTER,
                        Register.NAME,
                        "has " + head.length() + " lines that fit, was known with " + kept.length());
            }
        }
    }

    private void enter(RegisterLine line, RegisterHead at, List<RegisterHead> known) {
        known.forEach(kept -> differs(kept, at));
        if (!times.fit(line)) {
            add(
                    Finding.Kind.OUT_OF_TIME,
                    Register.NAME,
                    "line " + at.length() + " stands before the line above it, and nobody accepted that clock");
        }
        boolean twice = line.files().keySet().stream().anyMatch(entered::containsKey);
        if (!belongs(name, line) || twice) {
            broken(Finding.Kind.CHAIN_BROKEN, Register.NAME, "line " + at.length() + " does not belong here");
        }
        line.files().forEach(entered::putIfAbsent);
    }

    private void differs(RegisterHead kept, RegisterHead at) {
        if (kept.length() == at.length() && !kept.head().equals(at.head())) {
            add(Finding.Kind.REGISTER_DIFFERS, Register.NAME, "line " + at.length() + " is not the one known");
        }
    }

    /** Whether a line of this bag's register may be about that number and name that file. */
    static boolean belongs(String name, RegisterLine line) {
        boolean events = name.contains("/events/");
        Map<String, String> facts = line.event().facts();
        boolean accession = line.event().act() == Act.ACCESSION;
        if (accession && (events || !line.number().mayLieAt(facts.getOrDefault("file", "")))) {
            return false;
        }
        if (facts.containsKey("record") != (accession && line.number().isEvidence())) {
            return false;
        }
        return events
                ? line.number().fonds().equals(name.substring(0, name.indexOf('/')))
                : line.number().bag().name().equals(name);
    }

    private void files() throws IOException {
        Set<String> lying = lying();
        for (String file : new TreeSet<>(lying)) {
            if (!listed.containsKey(file)) {
                add(Finding.Kind.UNLISTED, file, "lies in the bag and is not in the manifest");
            }
        }
        Set<String> expected = new TreeSet<>(listed.keySet());
        expected.addAll(entered.keySet());
        for (String file : expected) {
            if (!lying.contains(file)) {
                add(Finding.Kind.MISSING, file, "manifest or register know it");
            }
        }
        listed.forEach((file, sha256) -> {
            Optional<Sha256> known = entered(file);
            if (known.isEmpty() && !file.equals(BagTags.ABOUT)) {
                add(Finding.Kind.AWAITING, file, "the register has no line for it");
            } else if (known.isPresent() && !known.get().equals(sha256)) {
                add(Finding.Kind.MANIFEST_ALTERED, file, "register and manifest name different digests");
            }
        });
        Sha256 about = Sha256.of(BagTags.about(name));
        if (!about.equals(listed.get(BagTags.ABOUT))) {
            add(Finding.Kind.MANIFEST_ALTERED, BagTags.ABOUT, "every bag lists it");
        }
    }

    /** Every file below data; what is no plain file is named at once. */
    private Set<String> lying() throws IOException {
        Path data = folder.resolve("data");
        Set<String> files = new TreeSet<>();
        if (!Files.isDirectory(data, LinkOption.NOFOLLOW_LINKS)) {
            return files;
        }
        try (Stream<Path> walk = Files.walk(data)) {
            walk.forEach(path -> {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(folder.relativize(path).toString());
                } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    add(Finding.Kind.UNLISTED, folder.relativize(path).toString(), "no plain file");
                }
            });
        }
        return files;
    }

    private void broken(Finding.Kind kind, String file, String detail) {
        sound = false;
        add(kind, file, detail);
    }

    private void add(Finding.Kind kind, String file, String detail) {
        findings.add(finding(kind, file, detail));
    }

    private Finding finding(Finding.Kind kind, String file, String detail) {
        return new Finding(kind, name + "/" + file, detail);
    }
}
