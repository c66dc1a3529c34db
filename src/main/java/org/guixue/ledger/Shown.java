package org.guixue.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.form.LedgerVocabulary;
import org.guixue.form.LedgerVocabulary.Privacy;
import org.guixue.identity.Mask;

/** What of a ledger is shown to a caller: numbers of persons, telephones and addresses in part unless a reason was given. */
final class Shown {
    private static final String APART = "另册";
    private static final int PHONE_HEAD = 3;
    private static final int PHONE_TAIL = 4;
    private static final int ADDRESS_HEAD = 6;

    private final Ledger ledger;
    private final boolean sensitive;
    private final boolean whole;

    /** @param whole a reason was given, and is in the audit trail */
    Shown(Ledger ledger, Caller caller, boolean whole) {
        this.ledger = ledger;
        this.sensitive = caller.mayReadSensitive();
        this.whole = whole;
    }

    Content content(Content content) {
        return new Content(content.rows().stream().map(this::row).toList(), content.totals());
    }

    private Map<String, Object> row(Map<String, Object> row) {
        Map<String, Object> shown = new LinkedHashMap<>(row);
        shown.remove(Ledger.MARKS);
        for (LedgerColumn column : ledger.columns()) {
            shown.computeIfPresent(column.name(), (name, value) -> cell(column, value));
        }
        return shown;
    }

    List<Difference> differences(List<Difference> all) {
        return all.stream()
                .map(each -> ledger.column(each.column())
                        .map(column -> new Difference(
                                each.kind(),
                                each.key(),
                                each.name(),
                                each.column(),
                                cell(column, each.submitted()).toString(),
                                cell(column, each.now()).toString()))
                        .orElse(each))
                .toList();
    }

    private Object cell(LedgerColumn column, Object value) {
        Optional<LedgerVocabulary.Known> fact = column.fact()
                .flatMap(name -> LedgerVocabulary.fact(ledger.rows().of(), name));
        if (fact.filter(LedgerVocabulary.Known::sensitive).isPresent() && !sensitive) {
            return APART;
        }
        return whole ? value : masked(fact.map(LedgerVocabulary.Known::privacy).orElse(Privacy.OPEN), value);
    }

    private static Object masked(Privacy privacy, Object value) {
        String text = value.toString();
        return switch (privacy) {
            case OPEN -> value;
            case ID -> Mask.of(text);
            case PHONE ->
                text.length() <= PHONE_HEAD + PHONE_TAIL
                        ? text
                        : text.substring(0, PHONE_HEAD) + "****" + text.substring(text.length() - PHONE_TAIL);
            case ADDRESS -> text.length() <= ADDRESS_HEAD ? text : text.substring(0, ADDRESS_HEAD) + "****";
        };
    }
}
