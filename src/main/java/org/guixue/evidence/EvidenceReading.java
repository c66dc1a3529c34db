package org.guixue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.archive.Archive;
import org.guixue.archive.Damaged;
import org.guixue.archive.FileType;
import org.guixue.audit.EvidenceTrail;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.instrument.photo.UprightPicture;

/**
 * The one way to a proof's file: within the caller's scope, with the grant where it tells of health or disability, and with
 * an audit event that is on disk before the file leaves. What a camera wrote into a picture (place, time, device) is for
 * holders of the grant and for whoever handed it in; others see the picture without it.
 */
@ApplicationScoped
public class EvidenceReading {
    private final Evidences evidences;
    private final Archive archive;
    private final SoundRegisters registers;
    private final EvidenceTrail trail;

    @Inject
    public EvidenceReading(Evidences evidences, Archive archive, SoundRegisters registers, EvidenceTrail trail) {
        this.evidences = evidences;
        this.archive = archive;
        this.registers = registers;
        this.trail = trail;
    }

    public Evidence evidence(Caller caller, long id) {
        return evidences.find(id, caller.scope()).orElseThrow(() -> new NotFound("证据材料"));
    }

    /** The file, byte for byte, or a picture without what the camera wrote. */
    public byte[] file(Caller caller, long id) {
        Evidence evidence = evidence(caller, id);
        boolean whole = evidence.openTo(caller);
        if (evidence.sensitive() && !whole) {
            throw new Forbidden("该材料含健康或残疾信息，另册保管；需要查阅请向教育局申请授权");
        }
        byte[] file = original(evidence);
        boolean derived = !whole && evidence.type() != FileType.PDF;
        byte[] shown = derived ? UprightPicture.of(file, evidence.fileName()).bytes() : file;
        trail.opened(caller, id, evidence.childId(), derived ? "picture" : "original");
        return shown;
    }

    private byte[] original(Evidence evidence) {
        try {
            return archive.proofs().read(evidence.archivalNumber(), evidence.type(), evidence.sha256());
        } catch (Damaged e) {
            throw registers.refused("材料", evidence.archivalNumber(), e);
        }
    }
}
