package org.guixue.ledger;

import java.util.List;
import org.guixue.form.FormId;

/**
 * One rule of 人账相符, held against what is on record.
 *
 * @param check its id
 * @param title the rule in words
 * @param source which document says so; 本单位规定 where none does
 * @param here the one figure, in words
 * @param there the other
 * @param differences what differs, child by child; empty where it holds
 */
public record FiguresFinding(
        String check, String title, String source, String here, String there, List<Disagreement> differences) {
    public FiguresFinding {
        differences = List.copyOf(differences);
    }

    /** Whether it lists rows of that ledger. */
    boolean isAbout(FormId ledger) {
        return check.matches("ledger-[a-z]+/" + ledger + "(/.*)?");
    }

    public boolean holds() {
        return differences.isEmpty();
    }

    /**
     * One that differs.
     *
     * @param student the child's id; 0 where it is about none
     * @param name of the child, the office or the number
     * @param mend how it is mended, in words
     * @param address where it is mended
     */
    public record Disagreement(long student, String name, String here, String there, String mend, String address) {}
}
