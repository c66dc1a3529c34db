package org.guixue.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What came back and whose signatures are still to be looked at, or lack. */
class SignatureListTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    @TempDir
    Path home;

    private ScanDesk desk;
    private SignatureList list;

    @BeforeEach
    void sitDown() {
        desk = new ScanDesk(workshop, home);
        list = new SignatureList(
                desk.bench.transactions,
                new UncheckedCopies(desk.bench.entities),
                workshop.county().forms());
    }

    private boolean has(Caller caller, Signatures seen, Instrument paper) {
        desk.bench.entities.clear();
        boolean found = false;
        for (int page = 0; (long) page * SignatureList.ROWS < list.count(caller, seen); page++) {
            found |= list.lines(caller, seen, page).stream().anyMatch(line -> line.paper() == paper.id());
        }
        return found;
    }

    @Test
    void aCopyIsListedUntilSomebodyHasLookedAndAgainWhereItLacks() {
        Instrument paper = desk.visits(1).get(0);
        desk.read(ScannedSheets.pdf(desk.sheet(paper, 2)));
        assertTrue(has(desk.clerk, Signatures.UNSEEN, paper));
        desk.settling.look(desk.clerk, paper.id(), 1, Signatures.MISSING);
        assertTrue(!has(desk.clerk, Signatures.UNSEEN, paper) && has(desk.clerk, Signatures.MISSING, paper));
        desk.settling.look(desk.clerk, paper.id(), 1, Signatures.COMPLETE);
        assertTrue(!has(desk.clerk, Signatures.UNSEEN, paper) && !has(desk.clerk, Signatures.MISSING, paper));
    }

    @Test
    void itNamesWhatIsToBeSignedAndShowsThePicture() {
        Instrument paper = desk.visits(1).get(0);
        desk.read(ScannedSheets.pdf(desk.sheet(paper, 2)));
        List<SignatureList.Line> own = list.lines(desk.clerk, Signatures.UNSEEN, 0);
        long pages = (list.count(desk.clerk, Signatures.UNSEEN) - 1) / SignatureList.ROWS;
        SignatureList.Line line = list.lines(desk.clerk, Signatures.UNSEEN, (int) pages).stream()
                .filter(each -> each.paper() == paper.id())
                .findFirst()
                .orElseGet(() -> own.get(0));
        assertTrue(line.due().contains("家长签名"), line.due());
        ReturnedCopy copy = desk.copiesOf(paper).get(0);
        byte[] jpeg = desk.readingCopies.picture(desk.clerk, copy, 1);
        assertEquals((byte) 0xd8, jpeg[1], "a JPEG");
        assertThrows(NotFound.class, () -> desk.readingCopies.picture(desk.clerk, copy, 2));
    }

    @Test
    void whatWasWithdrawnIsVoidOrIsElsewhereIsNotListed() {
        Instrument paper = desk.notices(1).get(0);
        desk.read(ScannedSheets.pdf(desk.sheet(paper)));
        assertTrue(!has(workshop.county().secondClerk(), Signatures.UNSEEN, paper));
        assertTrue(has(workshop.county().bureauClerk(), Signatures.UNSEEN, paper));
        desk.withdrawing.withdraw(desk.clerk, paper.id(), 1, "归错");
        assertTrue(!has(desk.clerk, Signatures.UNSEEN, paper));
        Instrument gone = desk.notices(1).get(0);
        desk.read(ScannedSheets.pdf(desk.sheet(gone)));
        desk.bench.voiding.voidWith(desk.clerk, gone.id(), "写错");
        assertTrue(!has(desk.clerk, Signatures.UNSEEN, gone));
    }
}
