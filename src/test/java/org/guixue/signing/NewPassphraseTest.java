package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the moment of a kill, one passphrase opens every key, and it is known which. */
class NewPassphraseTest {
    @TempDir
    Path folder;

    private Path keys;
    private Passphrase old;
    private Passphrase fresh;
    private NewPassphrase change;

    @BeforeEach
    void found() throws IOException {
        County county = County.copy(folder);
        keys = folder.resolve("home").resolve("keys");
        old = county.passphrase();
        Files.writeString(folder.resolve("another"), "another horse battery staple\n");
        fresh = Passphrase.read(folder.resolve("another"), folder.resolve("home"));
        change = new NewPassphrase(keys);
    }

    @Test
    void everyKeyHasTheNewOneAndStaysTheSameKey() throws IOException {
        byte[] before = KeyFile.read(authority(), old).key().getEncoded();
        change.change(old, fresh);
        assertTrue(change.opens(fresh));
        assertThrows(IOException.class, () -> KeyFile.read(authority(), old));
        assertArrayEquals(before, KeyFile.read(authority(), fresh).key().getEncoded());
        assertTrue(OfficeKeys.open(keys, fresh).has(County.OFFICE));
        assertTrue(change.settle(), "it is to be recorded");
        change.recorded();
        assertFalse(change.settle());
        assertFalse(left().contains(".next"), left());
    }

    @Test
    void theWrongOldOneChangesNothing() throws IOException {
        assertThrows(IOException.class, () -> change.change(/* old= */ fresh, /* fresh= */ old));
        assertTrue(change.opens(old));
        assertFalse(change.settle());
    }

    @Test
    void killedBeforeItWasDecidedTheOldOneHolds() throws IOException {
        KeyFile.read(authority(), old).write(next(authority()), fresh);
        assertFalse(change.settle());
        assertTrue(change.opens(old));
        assertFalse(left().contains(".next"), left());
    }

    @Test
    void killedAfterItWasDecidedTheNextStartFinishesIt() throws IOException {
        for (Path key : List.of(authority(), office())) {
            KeyFile.read(key, old).write(next(key), fresh);
        }
        OwnerOnly.write(keys.resolve(".passphrase-changed"), new byte[] {'\n'});
        Files.move(next(office()), office(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertFalse(change.opens(old) || change.opens(fresh), "some of each");
        assertTrue(new NewPassphrase(keys).settle());
        assertTrue(change.opens(fresh));
    }

    private Path authority() {
        return keys.resolve("authority").resolve("authority.p12");
    }

    private Path office() {
        return keys.resolve(County.OFFICE + ".p12");
    }

    private static Path next(Path key) {
        return key.resolveSibling(key.getFileName() + ".next");
    }

    private String left() throws IOException {
        try (Stream<Path> all = Files.walk(keys)) {
            return all.toList().toString();
        }
    }
}
