package org.guixue.scan.reading;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Reads piles of 150 dpi with noise, skew, quarter turns and creases from PDFs, as {@code scan} does, and prints the share of
 * pages recognised and pages per CPU second of the reading thread, for both spellings of the code.
 */
public final class ScanBench {
    private static final int PAGES_A_PILE = 20;
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private enum Spelling {
        SHORT_24_MM_Q(ErrorCorrectionLevel.Q, 24),
        LONG_20_MM_M(ErrorCorrectionLevel.M, 20);

        private final ErrorCorrectionLevel level;
        private final double millimetres;

        Spelling(ErrorCorrectionLevel level, double millimetres) {
            this.level = level;
            this.millimetres = millimetres;
        }

        String link(Random random) {
            return this == SHORT_24_MM_Q ? DrawnPage.shortLink(random) : DrawnPage.longLink(random);
        }
    }

    private record Level(String name, Degrading how) {}

    private record Seen(int right, int wrong, long nanos) {
        Seen and(Seen other) {
            return new Seen(right + other.right, wrong + other.wrong, nanos + other.nanos);
        }
    }

    private ScanBench() {}

    /** @param args pages of each kind, 200 unless given; a level, all unless given */
    public static void main(String[] args) throws Exception {
        int pages = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        read(Spelling.SHORT_24_MM_Q, Degrading.ORDINARY, 0, PAGES_A_PILE);
        System.out.println("| code | pages | read | wrong | pages per CPU second |\n|---|---|---:|---:|---:|");
        for (Level level : List.of(
                new Level("ordinary", Degrading.ORDINARY),
                new Level("bad", Degrading.BAD),
                new Level("very bad", Degrading.VERY_BAD))) {
            for (Spelling spelling : args.length > 1 && !args[1].equals(level.name())
                    ? List.<Spelling>of()
                    : List.of(Spelling.values())) {
                Seen seen = new Seen(0, 0, 0);
                for (int from = 0; from < pages; from += PAGES_A_PILE) {
                    seen = seen.and(read(spelling, level.how(), from, Math.min(PAGES_A_PILE, pages - from)));
                }
                System.out.println(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.1f %% of %d | %d | %.1f |",
                        spelling.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        level.name(),
                        100.0 * seen.right() / pages,
                        pages,
                        seen.wrong(),
                        pages * NANOS / seen.nanos()));
            }
        }
    }

    private static Seen read(Spelling spelling, Degrading how, int from, int count) throws Exception {
        List<String> links = new ArrayList<>();
        Path file = pile(spelling, how, from, count, links);
        try (Pile pile = Pile.open(file, "pile.pdf")) {
            Seen seen = new Seen(0, 0, 0);
            for (int page = 1; page <= count; page++) {
                String link = links.get(page - 1);
                long start = THREADS.getCurrentThreadCpuTime();
                List<SeenCode> codes = pile.page(page, 0).codes();
                long nanos = THREADS.getCurrentThreadCpuTime() - start;
                int wrong = (int) codes.stream()
                        .filter(code -> code.ours() && !code.text().equals(link))
                        .count();
                boolean right = codes.stream().anyMatch(code -> code.text().equals(link));
                seen = seen.and(new Seen(right ? 1 : 0, wrong, nanos));
            }
            return seen;
        } finally {
            Files.delete(file);
        }
    }

    private static Path pile(Spelling spelling, Degrading how, int from, int count, List<String> links)
            throws IOException {
        List<byte[]> scans = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            Random random = new Random(1_000 + i);
            String link = spelling.link(random);
            double left = 0.1 + random.nextDouble() * 0.6;
            double top = 0.1 + random.nextDouble() * 0.7;
            links.add(link);
            scans.add(how.of(
                            DrawnPage.written()
                                    .code(link, spelling.level, left, top, spelling.millimetres)
                                    .image(),
                            random.nextInt(4),
                            left + spelling.millimetres / 2 / 210,
                            top + spelling.millimetres / 2 / 297,
                            random)
                    .jpeg());
        }
        return Files.write(Files.createTempFile("pile", ".pdf"), SheetPdf.of(scans));
    }
}
