package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.page.Said;

/** 填写送达回证 for the papers that were ticked on the list of deliveries. */
@Path("/receipts")
@RequestScoped
public class ReceiptPages {
    @Inject
    private Receipting receipting;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@FormParam("paper") List<String> papers) {
        List<Long> ids = papers.stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        try {
            return to(receipting.begin(caller, ids));
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.VALUES && e.reason() != Refused.Reason.CONFLICT) {
                throw e;
            }
            said.refuse("没有填写送达回证：" + sentence(e));
            return to("/deliveries");
        }
    }

    private static String sentence(Refused refusal) {
        return refusal instanceof ValuesRefused values
                ? values.violations().get(0).message()
                : String.valueOf(refusal.getMessage());
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
