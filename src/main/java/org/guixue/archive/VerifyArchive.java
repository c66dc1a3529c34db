package org.guixue.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves an archive without the server: {@code java -cp … org.guixue.archive.VerifyArchive <home>/records}.
 *
 * <p>Reads only. Prints a line for each thing that does not fit, the first one first, and ends with 0 when all fits, 1 when
 * something does not, 2 when there is no archive. Meant for a folder that nobody writes to.
 */
public final class VerifyArchive {
    private VerifyArchive() {}

    /** With {@code --audit-heads} it prints what the archive knows of the audit trail, a line {@code <length> <head>} each. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1 && arguments[1].equals("--audit-heads")) {
            for (RegisterHead head : new Heads(Path.of(arguments[0])).read(new ArrayList<>())) {
                if (head.register().equals(Archive.AUDIT)) {
                    System.out.println(head.length() + " " + head.head().hex());
                }
            }
            return;
        }
        System.exit(run(Path.of(arguments[0]), System.out));
    }

    static int run(Path records, PrintStream out) throws IOException {
        if (!Files.isDirectory(records)) {
            out.println("没有档案：" + records);
            return 2;
        }
        List<Finding> findings = new Fixity(records).all(List.of());
        for (Finding finding : findings) {
            out.println((finding.kind() == Finding.Kind.AWAITING ? "待确认 " : "不符 ") + finding.where() + "  "
                    + finding.kind() + ": " + finding.detail());
        }
        List<String> bags = BagRecovery.bags(records, new ArrayList<>());
        boolean damaged = findings.stream().anyMatch(finding -> finding.kind().isDamage());
        out.println(
                bags.size() + " 个档案包，" + new Heads(records).files().size() + " 个每日链首，" + (damaged ? "有不符之处" : "全部相符"));
        return damaged ? 1 : 0;
    }
}
