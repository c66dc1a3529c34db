package org.guixue.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;

/** 人账相符, as a page: each rule, what differs child by child, and where it is mended. */
@Path("/agreement")
@RequestScoped
public class FiguresPages {
    private static final int MONTHS = 12;

    @Inject
    private Agreeing agreeing;

    @Inject
    private LedgerDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** Something to choose. */
    public record Choice(String id, String name) {}

    @GET
    @Controller
    public String list(@BeanParam LedgerRequest asked) {
        Reported reported = agreeing.asked(caller, asked.period(), asked.office());
        List<FiguresFinding> findings = agreeing.findings(caller, reported);
        models.put("findings", findings);
        models.put("wrong", findings.stream().filter(each -> !each.holds()).count());
        models.put("period", reported.period().name());
        models.put("periodLabel", reported.period().label());
        models.put("asOf", reported.asOf().toString());
        models.put("office", Long.toString(reported.office().id()));
        models.put("officeName", reported.office().name());
        models.put("periods", months(reported.period()));
        models.put(
                "offices",
                desk.offices(caller).stream()
                        .map(office -> new Choice(Long.toString(office.id()), office.name()))
                        .toList());
        return "ledger/agreement.html";
    }

    private List<Choice> months(Reporting chosen) {
        List<Choice> months = new ArrayList<>();
        Reporting month = desk.current(Reporting.Kind.MONTH);
        for (int i = 0; i < MONTHS; i++) {
            months.add(new Choice(month.name(), month.label()));
            month = month.previous();
        }
        if (months.stream().noneMatch(each -> each.id().equals(chosen.name()))) {
            months.add(0, new Choice(chosen.name(), chosen.label()));
        }
        return months;
    }
}
