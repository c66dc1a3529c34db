package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.archive.Archive;
import org.guixue.archive.Damaged;
import org.guixue.audit.PaperTrail;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Reading;

/** The one way to returned copies: within the caller's scope, with the grant where the paper is sensitive, and on record. */
@ApplicationScoped
public class ReadingCopies {
    private final Reading reading;
    private final ReturnedCopies copies;
    private final Archive archive;
    private final SoundRegisters registers;
    private final PaperTrail trail;

    @Inject
    public ReadingCopies(
            Reading reading, ReturnedCopies copies, Archive archive, SoundRegisters registers, PaperTrail trail) {
        this.reading = reading;
        this.copies = copies;
        this.archive = archive;
        this.registers = registers;
        this.trail = trail;
    }

    public List<ReturnedCopy> all(Caller caller, long paper) {
        return copies.of(reading.instrument(caller, paper));
    }

    public ReturnedCopy copy(Caller caller, long paper, int n) {
        return copies.find(reading.sealed(caller, paper), n).orElseThrow(() -> new NotFound("回收件"));
    }

    /** As it was filed, byte for byte; on record before it leaves. */
    public byte[] file(Caller caller, ReturnedCopy copy) {
        Instrument paper = copy.instrument();
        trail.downloaded(caller, paper.id(), paper.childId(), "scan " + copy.n());
        try {
            return archive.readScan(paper.archivalNumber(), copy.n());
        } catch (Damaged e) {
            throw registers.refused(paper.archivalNumber(), e);
        }
    }
}
