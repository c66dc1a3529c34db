package org.guixue.scan;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.guixue.page.Upload;

/** The files of a posted form, in their order; fields and empty boxes are none. */
final class PileRequest {
    private PileRequest() {}

    static List<Receiving.Incoming> of(List<EntityPart> parts) throws IOException {
        List<Receiving.Incoming> files = new ArrayList<>();
        for (EntityPart part : parts) {
            if (part.getFileName().filter(name -> !name.isEmpty()).isPresent()) {
                files.add(new Receiving.Incoming(Upload.name(part), part.getContent()));
            }
        }
        return files;
    }
}
