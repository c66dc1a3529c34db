package org.guixue.county;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.guixue.ValuesRefused;

/** Whose picture, and of when. */
public class CountyRequest {
    @QueryParam("period")
    @DefaultValue("")
    private String period = "";

    @QueryParam("office")
    @DefaultValue("")
    private String office = "";

    Optional<String> period() {
        return Optional.of(period).filter(text -> !text.isBlank());
    }

    /** @throws ValuesRefused where it is no office's id */
    Optional<Long> office() {
        if (!office.isEmpty() && !office.matches("\\d{1,18}")) {
            throw new ValuesRefused("office", "单位应当是单位的编号，请改正");
        }
        return office.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(office));
    }
}
