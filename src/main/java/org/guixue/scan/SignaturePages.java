package org.guixue.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.page.Said;

/** 核对签字: each copy with its picture, answered in one click. */
@Path("/scans/signatures")
@Controller
@RequestScoped
public class SignaturePages {
    @Inject
    private SignatureList list;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    public String show(
            @QueryParam("show") @DefaultValue("") String show, @QueryParam("page") @DefaultValue("0") String page) {
        Signatures seen = show.equals("missing") ? Signatures.MISSING : Signatures.UNSEEN;
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        long total = list.count(caller, seen);
        PageAddress here =
                PageAddress.of("/scans/signatures").with("show", seen == Signatures.MISSING ? "missing" : "");
        models.put("missing", seen == Signatures.MISSING);
        models.put("unseenCount", seen == Signatures.UNSEEN ? total : list.count(caller, Signatures.UNSEEN));
        models.put("missingCount", seen == Signatures.MISSING ? total : list.count(caller, Signatures.MISSING));
        models.put("lines", list.lines(caller, seen, number));
        models.put(
                "at",
                new PageOf(
                        number == 0 ? here : here.with("page", Integer.toString(number)),
                        number,
                        SignatureList.ROWS,
                        total));
        models.put("mayFile", caller.role() != Role.INSPECTOR);
        models.put("said", said.take());
        return "scan/signatures.html";
    }
}
