package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.evidence.Evidence;
import org.guixue.evidence.KeepingEvidence;
import org.guixue.evidence.ProofFile;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Photo;
import org.guixue.instrument.Photos;
import org.guixue.person.Student;

/** Pictures and receipts that prove a delivery: all of them are kept as evidence about the paper's child. */
@ApplicationScoped
public class DeliveryPictures {
    private final Photos photos;
    private final KeepingEvidence keeping;

    @Inject
    public DeliveryPictures(Photos photos, KeepingEvidence keeping) {
        this.photos = photos;
        this.keeping = keeping;
    }

    /** Ids of evidence; a picture that was uploaded as a photo becomes evidence. */
    List<Long> named(Caller caller, Instrument paper, List<?> ids) {
        if (ids.size() > DeliveryDetails.MOST_EVIDENCE) {
            throw new ValuesRefused("photos", "照片和回执最多%d份".formatted(DeliveryDetails.MOST_EVIDENCE));
        }
        List<Long> evidence = new ArrayList<>();
        for (Object each : ids) {
            String id = String.valueOf(each).strip();
            evidence.add(id.matches("\\d{1,18}") ? Long.parseLong(id) : ofPhoto(caller, paper, id));
        }
        return evidence;
    }

    private long ofPhoto(Caller caller, Instrument paper, String id) {
        Optional<Photo> photo = id.length() > 36 ? Optional.empty() : photos.find(id, caller);
        byte[] picture =
                photo.map(Photo::picture).orElseThrow(() -> new ValuesRefused("photos", "没有这张照片，或者它是别的单位上传的，请重新上传"));
        return keep(caller, paper, picture, "送达照片");
    }

    /** @throws ValuesRefused where it is no whole PDF, JPEG or PNG */
    long keep(Caller caller, Instrument paper, byte[] file, String name) {
        try {
            Evidence kept = keeping.keep(caller, ProofFile.of(file, name), about(caller, paper), false);
            return kept.id();
        } catch (ValuesRefused e) {
            throw new ValuesRefused("photos", e.violations().get(0).message());
        }
    }

    /** The child, where the caller sees it; whoever issued the paper may have lost sight of it since. */
    private static OptionalLong about(Caller caller, Instrument paper) {
        return paper.student()
                .filter(child -> child.visibleIn(caller.scope()))
                .map(Student::id)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
