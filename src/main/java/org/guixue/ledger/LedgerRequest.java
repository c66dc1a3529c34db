package org.guixue.ledger;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.guixue.ValuesRefused;

/** Which ledger, for which office and period. */
public class LedgerRequest {
    @PathParam("jurisdiction")
    @DefaultValue("")
    private String jurisdiction = "";

    @PathParam("ledger")
    @DefaultValue("")
    private String ledger = "";

    @QueryParam("period")
    @DefaultValue("")
    private String period = "";

    @QueryParam("office")
    @DefaultValue("")
    private String office = "";

    @QueryParam("of")
    @DefaultValue("")
    private String of = "";

    @QueryParam("page")
    @DefaultValue("0")
    private String page = "0";

    public String jurisdiction() {
        return jurisdiction;
    }

    public String ledger() {
        return ledger;
    }

    public Optional<String> period() {
        return Optional.of(period).filter(text -> !text.isBlank());
    }

    /** @throws ValuesRefused where it is no office's id */
    public Optional<Long> office() {
        if (!office.isEmpty() && !office.matches("\\d{1,18}")) {
            throw new ValuesRefused("office", "单位应当是单位的编号，请改正");
        }
        return office.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(office));
    }

    /** Whether what is on record is asked for, not what was submitted. */
    public boolean onRecord() {
        return of.equals("record");
    }

    /** Counted from 0; what is no number is the first. */
    public int page() {
        return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    }
}
