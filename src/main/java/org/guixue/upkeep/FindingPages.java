package org.guixue.upkeep;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.fixity.Explaining;
import org.guixue.fixity.FixityFinding;
import org.guixue.fixity.FixityRound;
import org.guixue.fixity.FixityRounds;
import org.guixue.page.Said;

/** 查验结果: what the rounds found, what is whole again, and why something cannot be mended. */
@Path("/admin/status/findings")
@Controller
@RequestScoped
public class FindingPages {
    private static final int MOST = 200;
    private static final int MOST_MENDED = 50;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @Inject
    private FixityRounds rounds;

    @Inject
    private Explaining explaining;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A finding in the words of the page. */
    public record FindingLine(
            long id, String words, String found, String seen, String mended, boolean explained, String by, String why) {
        static FindingLine of(FixityFinding finding) {
            return new FindingLine(
                    finding.id(),
                    FindingWords.of(finding),
                    MINUTE.format(finding.foundAt()),
                    MINUTE.format(finding.seenAt()),
                    minute(finding.mendedAt()),
                    finding.explainedAt().isPresent(),
                    finding.explainedBy(),
                    finding.why());
        }

        private static String minute(Optional<Instant> when) {
            return when.map(MINUTE::format).orElse("");
        }
    }

    @GET
    public String show() {
        if (caller.role() != Role.BUREAU && caller.role() != Role.INSPECTOR) {
            throw new Forbidden("只有教育局和督导账号可以查看运行状况");
        }
        List<FixityFinding> open = new ArrayList<>(rounds.open(FixityRound.ARCHIVE, MOST));
        open.addAll(rounds.open(FixityRound.TRAIL, MOST));
        models.put("open", open.stream().map(FindingLine::of).toList());
        models.put("count", rounds.countOpen(FixityRound.ARCHIVE) + rounds.countOpen(FixityRound.TRAIL));
        models.put(
                "mended",
                rounds.mended(MOST_MENDED).stream().map(FindingLine::of).toList());
        models.put("bureau", caller.role() == Role.BUREAU);
        models.put("said", said.take());
        models.put("refusal", said.takeRefusal());
        return "upkeep/findings.html";
    }

    @POST
    @Path("{id:\\d{1,18}}/explain")
    public Response explain(@PathParam("id") long id, @FormParam("reason") @DefaultValue("") String reason) {
        try {
            explaining.explain(caller, id, reason);
            said.say("已记下原因；这一处仍会继续查验，恢复后自动消除。");
        } catch (ValuesRefused e) {
            said.refuse(e.violations().get(0).message());
        }
        return Response.seeOther(URI.create("/admin/status/findings")).build();
    }
}
