package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * 固化信息校验: reads what lies in the archive and names every damage. Changes nothing.
 *
 * <p>Needs only the folder, so a copy on a disk in a drawer is checked the same way. What was cut off the end of a
 * register at a line's end shows by the heads that are known from elsewhere: the daily files, and those given.
 */
public final class Fixity {
    private final Path records;

    public Fixity(Path records) {
        this.records = records;
    }

    /**
     * Checks every bag and the head files; nothing may write meanwhile (an open archive is checked by
     * {@link Archive#check}).
     *
     * @param known heads of registers that were kept outside the folder
     */
    public List<Finding> all(List<RegisterHead> known) {
        return WriteGuard.reading(() -> {
            List<Finding> findings = new ArrayList<>();
            List<RegisterHead> heads = heads(known, findings);
            List<String> bags = BagRecovery.bags(records, findings);
            for (String name : bags) {
                BagCheck check = BagCheck.of(name, records.resolve(name), heads);
                findings.addAll(check.findings());
                findings.addAll(check.altered());
            }
            missing(heads, bags, findings);
            return List.copyOf(findings);
        });
    }

    List<RegisterHead> heads(List<RegisterHead> known, List<Finding> findings) throws IOException {
        List<RegisterHead> heads = new ArrayList<>(new Heads(records).read(findings));
        heads.removeIf(head -> head.register().equals(Archive.AUDIT));
        heads.addAll(known);
        return heads;
    }

    static void missing(List<RegisterHead> known, List<String> bags, List<Finding> findings) {
        known.stream()
                .map(RegisterHead::register)
                .distinct()
                .filter(register -> !bags.contains(register))
                .forEach(register ->
                        findings.add(new Finding(Finding.Kind.MISSING, register, "the bag is known and not there")));
    }
}
