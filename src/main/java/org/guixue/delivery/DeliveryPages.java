package org.guixue.delivery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.form.FieldText;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Reading;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;
import org.guixue.page.Upload;
import org.guixue.person.Guardian;
import org.guixue.person.Student;

/** 登记送达, as a plain form; a refused one comes back as it was typed, with the pictures that came with it. */
@Path("/instruments/{id:\\d{1,18}}/delivery")
@RequestScoped
public class DeliveryPages {
    @Inject
    private DeliveringByReceipt delivering;

    @Inject
    private Deliveries deliveries;

    @Inject
    private DeliveryPictures pictures;

    @Inject
    private Reading reading;

    @Inject
    private Said said;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** One of the ways in which a delivery ends. */
    public record Choice(String id, String name) {}

    @GET
    @Controller
    public String blank(@PathParam("id") long id) {
        Instrument paper = deliverable(id);
        Typed typed = Typed.blank()
                .with("deliveredOn", LocalDate.now(clock).toString())
                .with("deliverers", caller.displayName());
        paper.student().map(Student::servedGuardians).orElse(List.of()).stream()
                .findFirst()
                .ifPresent(served -> typed.with("receiver", served.name()));
        return page(paper, typed, "");
    }

    @POST
    @Controller
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response deliver(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        Instrument paper = deliverable(id);
        DeliveryRequest request = DeliveryRequest.read(parts);
        Typed typed = request.typed();
        try {
            keep(paper, request, typed);
            List<Long> evidence = pictures.named(caller, paper, typed.all("photos"));
            DeliveryDetails details = DeliveryRequest.details(typed, evidence);
            if (!details.unsaid().isEmpty()) {
                throw new ValuesRefused(details.unsaid());
            }
            DeliveringByReceipt.All recorded = delivering.deliver(caller, id, details);
            said.say(sentence(recorded.itself()) + others(recorded.papers()));
            return Response.seeOther(URI.create("/instruments/" + id)).build();
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, sentence -> page(paper, typed, sentence));
        }
    }

    /** What came is kept at once, so that it need not come again where something else is to be mended. */
    private void keep(Instrument paper, DeliveryRequest request, Typed typed) {
        List<String> ids = new ArrayList<>(typed.all("photos"));
        for (Upload each : request.files()) {
            ids.add(Long.toString(pictures.keep(caller, paper, each.bytes(), each.fileName())));
            typed.with("photos", ids);
        }
    }

    private static String sentence(Delivering.Recorded recorded) {
        Delivery made = recorded.delivery();
        StringBuilder sentence = new StringBuilder("已登记：%s，%s。"
                .formatted(FieldText.date(made.deliveredOn()), made.outcome().label()));
        if (recorded.startsClock()) {
            made.startsOn().ifPresent(day -> sentence.append("期限自%s起算（次日为第一天）。".formatted(FieldText.date(day))));
        } else if (!made.outcome().arrived()) {
            sentence.append("期限没有起算，请再次送达。");
        } else if (made.startsOn().isPresent()) {
            sentence.append("期限仍自先前收到之日起算，不因这次送达重新开始。");
        } else {
            sentence.append("按本地规定，这样送达不起算期限。");
        }
        recorded.warnings().forEach(warning -> sentence.append(warning).append("。"));
        return sentence.toString();
    }

    private static String others(List<Delivering.Recorded> papers) {
        return papers.isEmpty()
                ? ""
                : "回证所列的%s也一并登记。"
                        .formatted(papers.stream()
                                .map(each -> each.delivery().instrument().serial())
                                .collect(Collectors.joining("、")));
    }

    private Instrument deliverable(long id) {
        Instrument paper = reading.instrument(caller, id);
        Delivering.refuseInspector(caller);
        Delivering.refuseUndeliverable(paper);
        return paper;
    }

    private static List<String> guardians(Instrument paper) {
        return paper.student().map(Student::guardians).orElse(List.of()).stream()
                .map(Guardian::name)
                .toList();
    }

    private String page(Instrument paper, Typed typed, String refusal) {
        List<Delivery> earlier = deliveries.of(paper);
        models.put("it", paper);
        models.put("path", "/instruments/" + paper.id());
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("today", LocalDate.now(clock).toString());
        models.put("issuedOn", paper.issuedOn().toString());
        models.put("guardians", guardians(paper));
        models.put("earlier", DeliveryPanel.lines(earlier));
        models.put("again", earlier.stream().anyMatch(each -> each.outcome().arrived()));
        models.put("listed", delivering.stillOut(caller, paper.id()));
        models.put("photos", typed.all("photos"));
        models.put(
                "outcomes",
                Arrays.stream(DeliveryOutcome.values())
                        .map(each -> new Choice(each.name(), each.label()))
                        .toList());
        return "delivery/delivery.html";
    }
}
