package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.guixue.Sha256;

/**
 * {@code register.jsonl} of a bag: what happened to each record, each line chained to the one before.
 *
 * <p>Only the head is held in memory; a question about one record reads the file, about 400 bytes a line. Not safe for
 * threads.
 */
final class Register {
    static final String NAME = "register.jsonl";

    private final Path path;
    private final String name;
    private final LineFile lines;
    private long length;
    private Sha256 head;

    Register(Disk disk, Path bag, RegisterHead head) throws IOException {
        this.path = bag.resolve(NAME);
        this.name = head.register();
        this.lines = new LineFile(disk, path, Files.exists(path) ? Files.size(path) : 0);
        this.length = head.length();
        this.head = head.head();
    }

    RegisterHead head() {
        return new RegisterHead(name, length, head);
    }

    RegisterLine next(Instant at, ArchivalNumber number, Event event) {
        return new RegisterLine(length + 1, head, at, number, event);
    }

    LineFile.Appender open() throws IOException {
        return lines.open();
    }

    void moveOnTo(RegisterLine line) {
        length = line.n();
        head = line.digest();
    }

    List<RegisterLine> of(ArchivalNumber number) throws IOException {
        String mark = RegisterLine.mark(number);
        return read(text -> text.contains(mark));
    }

    List<RegisterLine> all() throws IOException {
        return read(text -> true);
    }

    private List<RegisterLine> read(Predicate<String> wanted) throws IOException {
        List<RegisterLine> found = new ArrayList<>();
        LineFile.read(path, text -> {
            if (wanted.test(text)) {
                found.add(parse(text));
            }
        });
        return found;
    }

    private RegisterLine parse(String text) {
        try {
            return RegisterLine.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Damaged("register " + name + ": " + e.getMessage());
        }
    }

    /**
     * Walks a register and holds its chain.
     *
     * @param each what to do with each line that fits, with the head after it
     * @param odd takes one sentence for the first line that does not fit; the walk ends there
     * @return the head after the last line that fits
     */
    static RegisterHead walk(
            String name, Path register, BiConsumer<RegisterLine, RegisterHead> each, Consumer<String> odd)
            throws IOException {
        return walk(new RegisterHead(name, 0, RegisterHead.NONE), register, 0, each, odd);
    }

    /** The same from a head on, after which the next line begins at a byte. */
    static RegisterHead walk(
            RegisterHead from,
            Path register,
            long begin,
            BiConsumer<RegisterLine, RegisterHead> each,
            Consumer<String> odd)
            throws IOException {
        RegisterHead[] head = {from};
        boolean[] broken = new boolean[1];
        String rest = LineFile.read(register, begin, text -> {
            if (broken[0]) {
                return;
            }
            long n = head[0].length() + 1;
            try {
                RegisterLine line = RegisterLine.parse(text);
                if (line.n() != n || !line.previous().equals(head[0].head())) {
                    broken[0] = true;
                    odd.accept("line " + n + " does not follow line " + (n - 1) + ": one of the two is not as it was");
                    return;
                }
                head[0] = new RegisterHead(from.register(), n, RegisterLine.digest(text));
                each.accept(line, head[0]);
            } catch (IllegalArgumentException e) {
                broken[0] = true;
                odd.accept("line " + n + " is no register line");
            }
        });
        if (!rest.isEmpty() && !broken[0]) {
            odd.accept("line " + (head[0].length() + 1) + " has no end");
        }
        return head[0];
    }
}
