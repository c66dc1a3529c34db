package org.guixue.scan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.guixue.house.Workshop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LikenessTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    @TempDir
    Path home;

    private BufferedImage notice;
    private BufferedImage visit;

    @BeforeEach
    void print() {
        ScanDesk desk = new ScanDesk(workshop, home);
        notice = desk.sheet(desk.notices(1).get(0));
        visit = desk.sheet(desk.visits(1).get(0));
    }

    private static boolean mayBeBack(BufferedImage front, BufferedImage other) {
        return new Likeness(ScannedSheets.jpeg(front), ScannedSheets.jpeg(other)).mayBeFrontAndBack();
    }

    @Test
    void anEmptySideAndOneWithSomeLinesByHandAreBacks() {
        assertTrue(mayBeBack(notice, ScannedSheets.blank()));
        assertTrue(mayBeBack(notice, ScannedSheets.written()));
        assertTrue(mayBeBack(visit, ScannedSheets.written()));
    }

    @Test
    void anotherFrontIsNoBackThoughItsCodeIsGone() {
        assertFalse(mayBeBack(notice, notice));
        assertFalse(mayBeBack(notice, ScannedSheets.withoutCodes(notice)));
        assertFalse(mayBeBack(visit, ScannedSheets.withoutCodes(visit)));
        assertFalse(mayBeBack(notice, ScannedSheets.withoutCodes(visit)));
        assertFalse(mayBeBack(visit, ScannedSheets.withoutCodes(notice)));
    }
}
