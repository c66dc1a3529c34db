package org.guixue.ledger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.access.OfficeKind;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;

/** What the paper of a ledger says, by the names of its fields. */
final class LedgerValues {
    private LedgerValues() {}

    /** @param filledBy who submits it */
    static Map<String, Object> of(ReadLedger read, String filledBy, LocalDate today) {
        Ledger ledger = read.ledger();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("unit", read.asked().office().name());
        sentTo(read.asked().office()).ifPresent(to -> values.put("sentTo", to));
        values.put("year", Integer.toString(read.asked().period().from().getYear()));
        values.put("periodLabel", read.asked().period().label());
        values.put("period", read.asked().period().name());
        values.put("asOf", read.asked().asOf().toString());
        values.put("filledOn", today.toString());
        values.put("filledBy", filledBy);
        values.put("count", read.content().count());
        values.putAll(read.content().totals());
        read.latest().ifPresent(before -> {
            values.put("corrects", "更正" + before.serial());
            values.put("changes", changes(ledger, read.differences(), before));
        });
        if (!read.missing().isEmpty()) {
            values.put("missing", read.missing().stream().map(Office::name).collect(Collectors.joining("、")));
        }
        if (!read.content().rows().isEmpty()) {
            values.put(Ledger.ROWS, read.content().rows());
        }
        return values;
    }

    /** 主送: to whom it goes up. */
    static Optional<String> sentTo(Office office) {
        return office.reportsTo()
                .or(() -> office.atOrAbove(OfficeKind.COUNTY_BUREAU).filter(county -> county.id() != office.id()))
                .or(office::parent)
                .map(Office::name);
    }

    private static String changes(Ledger ledger, List<Difference> differences, Instrument before) {
        return "本表更正" + before.serial() + "，变动如下：\n"
                + differences.stream().map(each -> each.line(ledger)).collect(Collectors.joining("\n"));
    }
}
