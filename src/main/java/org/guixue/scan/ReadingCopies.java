package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.archive.Archive;
import org.guixue.archive.Damaged;
import org.guixue.audit.PaperTrail;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Reading;
import org.guixue.rendering.PageImage;

/** The one way to returned copies: within the caller's scope, with the grant where the paper is sensitive, and on record. */
@ApplicationScoped
public class ReadingCopies {
    private static final int PICTURE_WIDTH = 1000;

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

    /** A page of it as JPEG, upright as it was filed; part of one opening of the paper. */
    public byte[] picture(Caller caller, ReturnedCopy copy, int page) {
        if (page < 1 || page > copy.pages()) {
            throw new NotFound("页");
        }
        Instrument paper = copy.instrument();
        trail.opened(caller, paper.id(), paper.childId(), "scan " + copy.n());
        try {
            return PageImage.jpeg(archive.readScan(paper.archivalNumber(), copy.n()), page, PICTURE_WIDTH);
        } catch (Damaged e) {
            throw registers.refused(paper.archivalNumber(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new NotFound("这一页的图像");
        }
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
