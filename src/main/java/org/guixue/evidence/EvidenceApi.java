package org.guixue.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.page.Upload;
import org.jspecify.annotations.Nullable;

/** Proofs over HTTP. */
@Path("/api/evidence")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceApi {
    private static final int LONGEST_VALUE = 100;

    @Inject
    private KeepingEvidence keeping;

    @Inject
    private EvidenceReading reading;

    @Inject
    private Caller caller;

    record TakenEvidence(long id, String sha256) {}

    /**
     * What is known of one.
     *
     * @param student id of the child that it is about, null for none
     * @param sensitive whether it tells of health or disability; then its name is for those alone who may open it
     */
    record ShownEvidence(
            long id,
            String archivalNumber,
            String fileName,
            String mediaType,
            long bytes,
            String sha256,
            @Nullable Long student,
            long office,
            String handedInBy,
            Instant keptAt,
            boolean sensitive) {
        static ShownEvidence of(Evidence evidence, Caller caller) {
            String number = evidence.archivalNumber().toString();
            boolean named = !evidence.sensitive() || evidence.openTo(caller);
            return new ShownEvidence(
                    evidence.id(),
                    number,
                    named ? evidence.fileName() : number,
                    evidence.type().mediaType(),
                    evidence.byteCount(),
                    evidence.sha256().hex(),
                    evidence.childId() == 0 ? null : evidence.childId(),
                    evidence.office().id(),
                    evidence.handedInByName(),
                    evidence.keptAt().orElseThrow(),
                    evidence.sensitive());
        }
    }

    /** Beside the {@code file}: {@code student}, the id of the child; {@code sensitive}, true where it tells of health. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(List<EntityPart> parts) throws IOException {
        keeping.refuseInspector(caller);
        OptionalLong student = student(value(parts, "student"));
        boolean sensitive = List.of("true", "on", "1").contains(value(parts, "sensitive"));
        Evidence kept = Upload.handled(
                parts,
                "file",
                ProofFile.MAX_BYTES,
                upload -> keeping.keep(caller, ProofFile.of(upload.bytes(), upload.fileName()), student, sensitive));
        return Response.created(URI.create("/api/evidence/" + kept.id()))
                .entity(new TakenEvidence(kept.id(), kept.sha256().hex()))
                .build();
    }

    @GET
    @Path("{id:\\d{1,18}}")
    public ShownEvidence one(@PathParam("id") long id) {
        return ShownEvidence.of(reading.evidence(caller, id), caller);
    }

    @GET
    @Path("{id:\\d{1,18}}/file")
    @Produces({"application/pdf", "image/jpeg", "image/png"})
    public Response file(
            @PathParam("id") long id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-None-Match") @Nullable String known) {
        return EvidencePages.answer(reading, caller, id, range, known);
    }

    private static OptionalLong student(String text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            throw new ValuesRefused("student", "应是学生的编号（数字）");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static String value(List<EntityPart> parts, String name) throws IOException {
        for (EntityPart part : parts) {
            if (part.getName().equals(name) && part.getFileName().isEmpty()) {
                try (InputStream content = part.getContent()) {
                    return new String(content.readNBytes(LONGEST_VALUE), StandardCharsets.UTF_8).strip();
                }
            }
        }
        return "";
    }
}
