package org.guixue.sheet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;

/** The papers about one child that hold: numbered and not void; newest first. */
record ChildPapers(List<Instrument> all) {
    static final ChildPapers NONE = new ChildPapers(List.of());

    ChildPapers {
        all = all.stream().filter(each -> each.state() != InstrumentState.VOID).toList();
    }

    List<Instrument> of(String kind) {
        return all.stream().filter(each -> each.kind().equals(kind)).toList();
    }

    Optional<Instrument> newest(String kind) {
        return of(kind).stream().findFirst();
    }

    Optional<Instrument> find(long id) {
        return all.stream().filter(each -> each.id() == id).findFirst();
    }

    List<Instrument> since(LocalDate day) {
        return all.stream().filter(each -> !each.issuedOn().isBefore(day)).toList();
    }

    /** A paper under every name by which a table may ask for something of it. */
    static Map<String, Object> row(Instrument paper) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", paper.title());
        row.put("number", paper.serial());
        row.put("maker", paper.issuer().name());
        row.put("on", paper.issuedOn().toString());
        row.put("form", "电子件");
        if (paper.sealed()) {
            row.put("pages", paper.pages());
        }
        row.put("place", paper.archivalNumber().toString());
        row.put("copies", 1);
        return row;
    }
}
