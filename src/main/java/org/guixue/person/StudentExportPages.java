package org.guixue.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.guixue.access.Caller;
import org.guixue.office.Offices;
import org.guixue.page.Typed;
import org.guixue.page.WorkbookAnswer;

/** The roster as .xlsx: with masked IDs for the asking, with whole ones for a reason. */
@Path("/students/export.xlsx")
@RequestScoped
public class StudentExportPages {
    static final int LONGEST_REASON = 200;

    @Inject
    private StudentListing listing;

    @Inject
    private Offices offices;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Context
    private UriInfo address;

    @GET
    public Response masked() throws IOException {
        return answer(new StudentChoiceRequest(address.getQueryParameters(), LocalDate.now(clock)), "");
    }

    /** Without a reason one is sent back to the page that asks for it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response whole(MultivaluedMap<String, String> posted) throws IOException {
        StudentChoiceRequest asked = new StudentChoiceRequest(posted, LocalDate.now(clock));
        String reason = Typed.of(posted).value("reason");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return Response.seeOther(URI.create(asked.at("/students/export")
                            .with("missing", "reason")
                            .toString()))
                    .build();
        }
        return answer(asked, reason);
    }

    private Response answer(StudentChoiceRequest asked, String why) throws IOException {
        return WorkbookAnswer.of(listing.of(caller, asked.choice(), asked.filter(caller, offices), why));
    }
}
