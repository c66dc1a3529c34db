package org.guixue.archive;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that accessions until it is killed, and says each number on a line of its own once it is acknowledged. */
public final class CrashChild {
    private CrashChild() {}

    /** Arguments: the records folder, the item to begin after, threads. A number that lies there already is adopted. */
    public static void main(String[] arguments) {
        Archive archive = Archive.open(Path.of(arguments[0]), Bags.CLOCK);
        AtomicInteger item = new AtomicInteger(Integer.parseInt(arguments[1]));
        int count = Integer.parseInt(arguments[2]);
        System.out.println("open");
        ExecutorService threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            threads.execute(() -> {
                while (true) {
                    int next = item.incrementAndGet();
                    ArchivalNumber number = next % 2 == 0 ? Bags.evidence(next) : Bags.number(next);
                    take(archive, number);
                    synchronized (System.out) {
                        System.out.println("done " + number);
                        System.out.flush();
                    }
                }
            });
        }
    }

    /** Papers and evidence come into the same bag. */
    static void take(Archive archive, ArchivalNumber number) {
        if (number.isEvidence()) {
            archive.proofs().accession(number, Bags.proof(number));
        } else {
            archive.accession(number, Bags.bytes(number), Bags.FACTS);
        }
    }
}
