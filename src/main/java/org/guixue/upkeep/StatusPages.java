package org.guixue.upkeep;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.guixue.Forbidden;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.fixity.RereadingArchive;
import org.guixue.fixity.RereadingTrail;
import org.guixue.page.Said;

/** 运行状况, for bureau and inspector: how the house stands, and a look at once at what was found wrong. */
@Path("/admin/status")
@Controller
@RequestScoped
public class StatusPages {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @Inject
    private Upkeep upkeep;

    @Inject
    private RereadingArchive rereadingArchive;

    @Inject
    private RereadingTrail rereadingTrail;

    @Inject
    private HouseTrail trail;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** @param since since when it is so, or when that was seen; empty where nobody knows */
    public record Row(Signal signal, String since) {}

    @GET
    public String show() {
        refuseOthers();
        HouseStanding standing = upkeep.now();
        models.put("standing", standing);
        models.put("at", MINUTE.format(standing.at()));
        models.put("rows", standing.signals().stream().map(StatusPages::row).toList());
        models.put("said", said.take());
        return "upkeep/status.html";
    }

    private static Row row(Signal signal) {
        String begun = signal.urgency() == Urgency.FINE ? "" : "自 ";
        return new Row(
                signal, signal.since().map(when -> begun + MINUTE.format(when)).orElse(""));
    }

    /** Looks at once at what was found wrong, and begins new rounds where they rest. */
    @POST
    @Path("check")
    public Response check() {
        refuseOthers();
        trail.readTrail(caller, 0, Map.of("what", "archive checked"));
        rereadingArchive.soon();
        rereadingTrail.soon();
        said.say("已开始查验：先复查不符之处，再从头查一遍；结果在这一页上，刷新可见。");
        return Response.seeOther(URI.create("/admin/status")).build();
    }

    private void refuseOthers() {
        if (caller.role() != Role.BUREAU && caller.role() != Role.INSPECTOR) {
            throw new Forbidden("只有教育局和督导账号可以查看运行状况");
        }
    }
}
