package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.calendar.HolidayYear;
import org.guixue.calendar.WorkingDays;
import org.guixue.office.Offices;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;
import org.guixue.page.Upload;
import org.guixue.yearbook.KnownYear;
import org.guixue.yearbook.PackagedHolidays;
import org.guixue.yearbook.YearKeeping;
import org.guixue.yearbook.Yearbook;

/** 校历: holidays and terms of a year, looked at as twelve months and written as rows. */
@Path("/admin/calendar")
@Controller
@RequestScoped
public class CalendarPages {
    private static final int MOST_BYTES = 1 << 20;

    @Inject
    private Yearbook yearbook;

    @Inject
    private YearKeeping keeping;

    @Inject
    private HolidayIntake intake;

    @Inject
    private Offices offices;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Models models;

    /** Something to choose from. */
    public record Choice(String id, String name) {}

    @GET
    public Response thisYear() {
        caller.expectBureau("管理校历");
        return Response.seeOther(
                        URI.create("/admin/calendar/" + LocalDate.now(clock).getYear()))
                .build();
    }

    @GET
    @Path("{year:20\\d{2}}")
    public String show(@PathParam("year") int year, @QueryParam("saved") @DefaultValue("false") boolean saved) {
        KnownYear known = known(year);
        return page(known, typed(known), "", saved ? "已保存。各项期限从现在起按这份校历计算。" : "");
    }

    @POST
    @Path("{year:20\\d{2}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@PathParam("year") int year, MultivaluedMap<String, String> posted) {
        KnownYear known = known(year);
        Typed typed = Typed.of(posted);
        YearFormRequest form = new YearFormRequest(typed, year);
        try {
            keep(form, typed);
            return Response.seeOther(URI.create("/admin/calendar/" + year + "?saved=true"))
                    .build();
        } catch (Refused e) {
            typed.with("version", Integer.toString(known.version()));
            return RefusedRequest.shown(e, typed, refusal -> page(known, typed, refusal, ""));
        }
    }

    private void keep(YearFormRequest form, Typed typed) {
        var draft = form.draft();
        try {
            keeping.write(caller, draft, version(typed));
        } catch (ValuesRefused e) {
            throw form.atRows(e);
        }
    }

    /** Fills the rows from a file; nothing is written until the page is saved. */
    @POST
    @Path("{year:20\\d{2}}/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(@PathParam("year") int year, List<EntityPart> parts) throws IOException {
        KnownYear known = known(year);
        try {
            Upload upload = Upload.of(parts, "file", MOST_BYTES);
            HolidayYear read = intake.read(year, upload.bytes());
            Typed typed = blank(known);
            YearFormRequest.show(typed, read);
            showTerms(typed, known);
            typed.with("holidays", "own");
            return Response.ok(page(
                            known,
                            typed,
                            "",
                            "已从“%s”读入%d天放假、%d天调休上班，还没有保存。请核对下面各行，再按“保存”。"
                                    .formatted(
                                            upload.fileName(),
                                            read.daysOff().size(),
                                            read.workedWeekends().size())))
                    .build();
        } catch (Refused e) {
            Typed typed = typed(known);
            return RefusedRequest.shown(e, typed, refusal -> page(known, typed, refusal, ""));
        }
    }

    private KnownYear known(int year) {
        caller.expectBureau("管理校历");
        return yearbook.year(offices.find(caller.office()).orElseThrow(), year);
    }

    private static Typed blank(KnownYear known) {
        return Typed.blank().with("version", Integer.toString(known.version()));
    }

    private static Typed typed(KnownYear known) {
        Typed typed = blank(known);
        typed.with("holidays", known.source() == KnownYear.Source.PACKAGED ? "packaged" : "own");
        YearFormRequest.show(typed, known.holidays());
        showTerms(typed, known);
        return typed;
    }

    private static void showTerms(Typed typed, KnownYear known) {
        YearFormRequest.show(typed, known.terms());
        if (known.terms().isEmpty()) {
            typed.with("term0.term", known.year() + "-spring").with("term1.term", known.year() + "-autumn");
        }
    }

    private static OptionalInt version(Typed typed) {
        String version = typed.value("version");
        return version.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(version)) : OptionalInt.of(0);
    }

    private String page(KnownYear known, Typed typed, String refusal, String notice) {
        int year = known.year();
        List<LocalDate> marks = known.terms().stream()
                .flatMap(term -> Stream.of(term.startsOn(), term.endsOn()))
                .toList();
        models.put("known", known);
        models.put("months", YearPicture.of(year, new WorkingDays(List.of(known.holidays())), marks));
        models.put("year", year);
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("notice", notice);
        models.put("rows", new YearRows(typed));
        models.put("packaged", PackagedHolidays.of(year).isPresent());
        models.put(
                "offices",
                offices.within(caller.scope()).stream()
                        .filter(office -> !office.closed())
                        .map(office -> new Choice(
                                Long.toString(office.id()), office.id() == caller.office() ? "全县" : office.name()))
                        .toList());
        models.put(
                "termNames",
                List.of(new Choice(year + "-spring", year + "年春季学期"), new Choice(year + "-autumn", year + "年秋季学期")));
        return "admin/calendar.html";
    }
}
