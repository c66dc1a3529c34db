package org.guixue.delivery;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.guixue.TooLarge;
import org.guixue.evidence.ProofFile;
import org.guixue.page.Typed;
import org.guixue.page.Upload;

/** A posted form of a delivery: what was typed, and the files that came with it. */
final class DeliveryRequest {
    private static final int LONGEST_TEXT_BYTES = 20_000;

    private final MultivaluedMap<String, String> texts = new MultivaluedHashMap<>();
    private final List<Upload> files = new ArrayList<>();

    private DeliveryRequest() {}

    static DeliveryRequest read(List<EntityPart> parts) throws IOException {
        DeliveryRequest request = new DeliveryRequest();
        for (EntityPart part : parts) {
            if (part.getFileName().isEmpty()) {
                request.texts.add(part.getName(), text(part));
            } else if (!part.getFileName().get().isEmpty()) {
                request.files.add(Upload.of(List.of(part), part.getName(), ProofFile.MAX_BYTES));
            }
        }
        return request;
    }

    private static String text(EntityPart part) throws IOException {
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(LONGEST_TEXT_BYTES + 1);
            if (bytes.length > LONGEST_TEXT_BYTES) {
                throw new TooLarge("有一栏的内容太长，请删减后再保存");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Typed typed() {
        return Typed.of(texts);
    }

    List<Upload> files() {
        return files;
    }

    static DeliveryDetails details(Typed typed, List<Long> evidence) {
        return new DeliveryDetails(
                typed.day("deliveredOn"),
                DeliveryOutcome.of(typed.value("outcome")),
                typed.value("receiver"),
                typed.value("relation"),
                typed.names("deliverers"),
                typed.value("witness"),
                typed.value("refusal"),
                typed.value("reason"),
                evidence);
    }
}
