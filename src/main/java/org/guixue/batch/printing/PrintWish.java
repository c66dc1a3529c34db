package org.guixue.batch.printing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;

/**
 * What is to be printed, and how.
 *
 * @param instruments ids, each once
 * @param duplex whether both sides of a leaf are printed
 * @param copies what each copy of a paper is called, such as 学校存档; empty for one without a name
 * @param cover whether a list for the deliverers goes before
 */
record PrintWish(Set<Long> instruments, PrintOrder order, boolean duplex, List<String> copies, boolean cover) {
    static final int MOST = 5000;
    private static final int MOST_COPIES = 6;
    private static final int LONGEST_NAME = 20;

    PrintWish {
        instruments = new LinkedHashSet<>(instruments);
        copies = copies.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (instruments.isEmpty()) {
            throw new ValuesRefused("instruments", "没有选出要打印的文书");
        }
        if (instruments.size() > MOST) {
            throw new TooLarge("一次最多打印%d份，请分几次打印".formatted(MOST));
        }
        if (copies.size() > MOST_COPIES || copies.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            throw new ValuesRefused("copies", "最多%d份，每份的名称最多%d个字".formatted(MOST_COPIES, LONGEST_NAME));
        }
    }
}
