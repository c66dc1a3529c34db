package org.guixue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guixue.access.Caller;
import org.jspecify.annotations.Nullable;

/** 人账相符 over HTTP. */
@Path("/api/agreement")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FiguresApi {
    @Inject
    private Agreeing agreeing;

    @Inject
    private Caller caller;

    record Differing(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long student,

            String name,
            String here,
            String there,
            String mend,
            String address) {
        static Differing of(FiguresFinding.Disagreement each) {
            return new Differing(
                    each.student() == 0 ? null : each.student(),
                    each.name(),
                    each.here(),
                    each.there(),
                    each.mend(),
                    each.address());
        }
    }

    /** @param check the rule's id, and behind a slash the ledger that it is about */
    record CheckedFigure(
            String check,
            String title,
            String source,
            boolean holds,
            String here,
            String there,
            List<Differing> differences) {
        static CheckedFigure of(FiguresFinding finding) {
            return new CheckedFigure(
                    finding.check(),
                    finding.title(),
                    finding.source(),
                    finding.holds(),
                    finding.here(),
                    finding.there(),
                    finding.differences().stream().map(Differing::of).toList());
        }
    }

    @GET
    public List<CheckedFigure> list(@BeanParam LedgerRequest asked) {
        return agreeing.findings(caller, agreeing.asked(caller, asked.period(), asked.office())).stream()
                .map(CheckedFigure::of)
                .toList();
    }
}
