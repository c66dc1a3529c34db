package org.guixue.duty;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.calendar.SchoolYear;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.person.Student;

/** 包保责任: the map of a year by layer, for what nobody answers first, and who has not signed. */
@Path("/agreements")
@Controller
@RequestScoped
public class AgreementPages {
    private static final int ROWS = 50;
    private static final int SHOWN = 12;
    private static final int MOST = 5000;

    @Inject
    private Duties duties;

    @Inject
    private DutyMap map;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A layer with how many hold now, how many of them have not signed, and how many have no paper to sign. */
    public record LayerLine(
            DutyLayer layer, long entries, long unsigned, long unissued, PageAddress address, boolean mayEnter) {}

    /** Something that nobody answers for, and where somebody is named. */
    public record Gap(String words, String note, PageAddress address, boolean mayEnter) {}

    /** An entry as a row; signing is one of 不签, 未签发, 已签发待签署, 已作废, 已签署. */
    public record Row(Duty duty, String signing, String tone) {}

    /** @param show {@code unsigned} for those alone who have not signed, {@code history} for those too who have ended */
    @GET
    public String list(
            @QueryParam("year") @DefaultValue("") String asked,
            @QueryParam("layer") @DefaultValue("") String layer,
            @QueryParam("show") @DefaultValue("") String show,
            @QueryParam("page") @DefaultValue("0") int page) {
        SchoolYear year = DutyYear.read(asked, map.present());
        List<Duty> unsigned = map.unsigned(year, caller.scope(), MOST);
        Optional<DutyLayer> one = DutyLayer.of(layer);
        PageAddress here = PageAddress.of("/agreements")
                .with("year", Integer.toString(year.begins()))
                .with("layer", one.map(Enum::name).orElse(""))
                .with("show", show);
        models.put("here", here);
        models.put("year", year.begins());
        models.put("span", year.begins() + "—" + year.next().begins());
        models.put("signedBy", DutyMap.signedBy(year).toString());
        models.put("late", LocalDate.now(clock).isAfter(DutyMap.signedBy(year)) && !unsigned.isEmpty());
        models.put("unsigned", unsigned.size());
        models.put("mayEnter", caller.role() != Role.INSPECTOR);
        models.put("layers", layers(year, unsigned, here));
        models.put("chosen", one.map(DutyLayer::label).orElse(""));
        gaps(year);
        rows(year, one, show, unsigned, here, Math.max(0, page));
        return "duty/agreements.html";
    }

    private List<LayerLine> layers(SchoolYear year, List<Duty> unsigned, PageAddress here) {
        Map<DutyLayer, Long> counts = duties.count(year, caller.scope());
        Map<DutyLayer, Long> open =
                unsigned.stream().collect(Collectors.groupingBy(Duty::layer, Collectors.counting()));
        Set<Long> voided = map.voidAgreements(unsigned);
        Map<DutyLayer, Long> unissued = unsigned.stream()
                .filter(duty -> duty.agreement().map(voided::contains).orElse(true))
                .collect(Collectors.groupingBy(Duty::layer, Collectors.counting()));
        return Arrays.stream(DutyLayer.values())
                .map(each -> new LayerLine(
                        each,
                        counts.getOrDefault(each, 0L),
                        open.getOrDefault(each, 0L),
                        unissued.getOrDefault(each, 0L),
                        here.with("layer", each.name()),
                        each.isEnteredBy(caller.role())))
                .toList();
    }

    private void gaps(SchoolYear year) {
        DutyMap.Uncovered found = map.uncovered(year, caller.scope());
        PageAddress add = PageAddress.of("/agreements/new").with("year", Integer.toString(year.begins()));
        models.put("openClasses", found.classes().size());
        models.put(
                "classes",
                found.classes().stream()
                        .limit(SHOWN)
                        .map(each -> schoolGap(each, DutyLayer.HEAD_TEACHER, add.with("class", each.schoolClass())))
                        .toList());
        models.put("openChildren", found.children().size());
        models.put(
                "children",
                found.children().stream()
                        .limit(SHOWN)
                        .map(child -> childGap(child, add))
                        .toList());
        models.put("openGrades", found.grades().size());
        models.put(
                "grades",
                found.grades().stream()
                        .limit(SHOWN)
                        .map(each -> schoolGap(each, DutyLayer.SCHOOL_LEADER, add))
                        .toList());
        models.put("openOffices", found.schools().size() + found.townships().size());
    }

    private Gap schoolGap(DutyMap.OpenClass each, DutyLayer layer, PageAddress add) {
        return new Gap(
                each.school().name() + each.words(),
                each.children() + "名学生",
                add.with("layer", layer.name())
                        .with("office", Long.toString(each.school().id()))
                        .with("grade", each.grade()),
                layer.isEnteredBy(caller.role()));
    }

    private Gap childGap(Student child, PageAddress add) {
        return new Gap(
                child.name(),
                child.school().map(school -> school.name()).orElse("未在校"),
                add.with("layer", DutyLayer.BOND.name()).with("student", Long.toString(child.id())),
                DutyLayer.BOND.isEnteredBy(caller.role()));
    }

    private void rows(
            SchoolYear year, Optional<DutyLayer> one, String show, List<Duty> unsigned, PageAddress here, int page) {
        List<DutyLayer> layers = one.map(List::of).orElse(List.of(DutyLayer.values()));
        boolean history = show.equals("history");
        List<Duty> shown;
        long total;
        if (show.equals("unsigned")) {
            List<Duty> wanted = unsigned.stream()
                    .filter(duty -> layers.contains(duty.layer()))
                    .toList();
            total = wanted.size();
            shown = wanted.stream().skip((long) page * ROWS).limit(ROWS).toList();
        } else {
            total = duties.count(year, layers, history, caller.scope());
            shown = duties.of(year, layers, history, caller.scope(), page * ROWS, ROWS).stream()
                    .sorted(Comparator.comparing(Duty::layer))
                    .toList();
        }
        Set<Long> voided = map.voidAgreements(shown);
        models.put("rows", shown.stream().map(duty -> row(duty, voided)).toList());
        models.put("at", new PageOf(here, page, ROWS, total));
    }

    static Row row(Duty duty, Set<Long> voided) {
        if (!duty.layer().isSigned() || !duty.current()) {
            return new Row(duty, "", "");
        }
        if (duty.agreement().isEmpty()) {
            return new Row(duty, "未签发", "soon");
        }
        if (voided.contains(duty.agreement().orElseThrow())) {
            return new Row(duty, "已作废，待重新签发", "late");
        }
        return duty.signedOn().isPresent()
                ? new Row(duty, duty.signedOn().orElseThrow() + " 签署", "done")
                : new Row(duty, "已签发，待签署", "soon");
    }
}
