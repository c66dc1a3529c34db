package org.guixue.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.casefile.Persuasion;
import org.guixue.casefile.history.CaseState;
import org.guixue.deadline.DueGroup;
import org.guixue.founding.Founding;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.Objections;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.office.Task;
import org.guixue.office.Tasks;
import org.guixue.page.Said;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.search.SearchIndex;
import org.guixue.search.SearchQuery;
import org.guixue.search.SearchResult;
import org.guixue.sheet.Offered;
import org.guixue.yearly.YearlyWork;

/**
 * 工作台: what to do next. A clerk, a township and the bureau see their open cases, drafts and the papers that wait for the
 * seal; an inspector sees the figures of each township.
 */
@Path("/")
@Controller
@RequestScoped
public class DeskPages {
    private static final int TASKS_SHOWN = 30;
    private static final int CASES_SHOWN = 12;
    private static final int PAPERS_SHOWN = 8;
    private static final int DRAFTS_SHOWN = 8;
    private static final int OFFICES_SHOWN = 60;

    /** Who was granted something, or applied for it, has not dropped out. */
    private static final Set<CaseState> AWAY = EnumSet.of(CaseState.SUSPECTED, CaseState.OUT);

    @Inject
    private Tasks tasks;

    @Inject
    private Students students;

    @Inject
    private Cases cases;

    @Inject
    private Instruments instruments;

    @Inject
    private Offered offered;

    @Inject
    private Offices offices;

    @Inject
    private SearchIndex index;

    @Inject
    private ListingTrail trail;

    @Inject
    private Alarms alarms;

    @Inject
    private Objections objections;

    @Inject
    private YearlyWork yearly;

    @Inject
    private Founding founding;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Said said;

    @Inject
    private Models models;

    /** A child that is away, or may be: for how long, and what was last done. */
    public record CaseLine(
            long student, long caseId, String name, String school, LocalDate openedOn, long days, String last) {}

    /** One of the newest instruments. */
    public record PaperLine(
            long id, String title, String serial, String about, LocalDate on, String state, String tone) {}

    /** What another of the office issued in the caller's name. */
    public record NamedLine(PaperLine paper, String clerk, boolean open) {}

    /** An own draft. */
    public record DraftLine(long id, String title, String about, String savedAt, String standing) {}

    /** The figures of one office below the caller's. */
    public record OfficeLine(String name, String filter, long id, long students, long openCases, long papers) {}

    @GET
    public String desk() {
        LocalDate today = LocalDate.now(clock);
        SearchResult issuedThisYear =
                index.search(issuedIn(today.getYear()), caller.scope(), caller.mayReadSensitive());
        List<Task> waiting = tasks.of(caller);
        models.put("due", DueGroup.of(waiting.stream().limit(TASKS_SHOWN).toList(), today));
        models.put("taskCount", waiting.size());
        models.put("studentCount", students.count(caller.scope()));
        models.put("caseCount", cases.countOpen(caller.scope()));
        models.put("awayCount", cases.count(caller.scope(), AWAY));
        models.put("issuedCount", issuedThisYear.total());
        models.put("waitingCount", instruments.count(caller.scope(), InstrumentState.RESERVED));
        models.put(
                "cases",
                cases.inStates(caller.scope(), AWAY, 0, CASES_SHOWN).stream()
                        .map(each -> line(each, today))
                        .toList());
        models.put(
                "papers",
                instruments.newest(caller.scope(), PAPERS_SHOWN).stream()
                        .map(DeskPages::line)
                        .toList());
        models.put(
                "drafts",
                offered.begunBy(caller, DRAFTS_SHOWN).stream().map(this::line).toList());
        models.put("forms", offered.to(caller));
        models.put("kinds", issuedThisYear.facets().kind());
        models.put("year", Integer.toString(today.getYear()));
        models.put("said", said.take());
        models.put("alarms", alarms.of(caller));
        models.put("season", yearly.present().map(season -> season.label()).orElse(""));
        founding.onDesk(caller).ifPresent(progress -> models.put("founding", progress));
        models.put("house", alarms.house(caller));
        models.put(
                "inMyName",
                objections.inNameOf(caller).stream()
                        .map(paper ->
                                new NamedLine(line(paper), paper.issuedByName(), objections.mayObject(caller, paper)))
                        .toList());
        models.put("mayWrite", caller.role() != Role.INSPECTOR);
        officeLines(today.getYear());
        trail.searched(caller, "工作台", "", cases.countOpen(caller.scope()));
        return "desk/desk.html";
    }

    /** One way to count, for the caller's own figure and for those of the offices below. */
    private static SearchQuery issuedIn(int year) {
        SearchQuery all = SearchQuery.of("");
        return new SearchQuery(
                "",
                all.form(),
                all.kind(),
                all.school(),
                all.township(),
                Optional.of(year),
                all.from(),
                all.to(),
                all.state(),
                all.student(),
                SearchQuery.Order.NEWEST,
                1,
                1);
    }

    /** A county's desk lists its townships, a township's its schools; a school has none below it. */
    private void officeLines(int year) {
        OfficeKind own = offices.find(caller.office()).map(Office::kind).orElse(OfficeKind.SCHOOL);
        boolean township = own == OfficeKind.TOWNSHIP;
        OfficeKind below = township ? OfficeKind.SCHOOL : OfficeKind.TOWNSHIP;
        List<OfficeLine> lines = own == OfficeKind.SCHOOL
                ? List.of()
                : offices.within(caller.scope()).stream()
                        .filter(office -> office.kind() == below)
                        .limit(OFFICES_SHOWN)
                        .map(office -> line(office, index.count(issuedIn(year), office.scope())))
                        .toList();
        models.put("offices", lines);
        models.put("officesTitle", township ? "各学校" : "各乡镇");
    }

    private OfficeLine line(Office office, long papers) {
        return new OfficeLine(
                office.name(),
                office.kind().name().toLowerCase(Locale.ROOT),
                office.id(),
                students.count(office.scope()),
                cases.count(office.scope(), AWAY),
                papers);
    }

    private static CaseLine line(Case open, LocalDate today) {
        Student child = open.student();
        return new CaseLine(
                child.id(),
                open.id(),
                child.name(),
                child.school().map(Office::name).orElse("未在校"),
                open.openedOn(),
                ChronoUnit.DAYS.between(open.openedOn(), today),
                last(open.persuasions()));
    }

    private static String last(List<Persuasion> persuasions) {
        return persuasions.isEmpty()
                ? "尚未劝返"
                : "第%d次 %s"
                        .formatted(
                                persuasions.size(),
                                persuasions.get(persuasions.size() - 1).on());
    }

    private static PaperLine line(Instrument paper) {
        return new PaperLine(
                paper.id(),
                paper.title(),
                paper.serial(),
                paper.subject().label(),
                paper.issuedOn(),
                paper.state().label(),
                paper.state().tone());
    }

    private DraftLine line(Offered.Begun draft) {
        return new DraftLine(draft.draft(), draft.title(), draft.about(), when(draft.changedAt()), draft.standing());
    }

    private String when(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .withZone(clock.getZone())
                .format(instant);
    }
}
