package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.guixue.Sha256;

/** The birth of a bag: whole and forced in staging, then put in its place by one move. */
final class NewBag {
    private final Disk disk;
    private final Path records;

    NewBag(Disk disk, Path records) {
        this.disk = disk;
        this.records = records;
    }

    Bag create(String name) throws IOException {
        Path folder = records.resolve(name);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new Damaged("expected nothing where the bag is to be: " + name);
        }
        Path staged = disk.stagedName();
        try {
            stage(staged, BagTags.about(name), name);
            disk.makeFolders(folder.getParent());
        } catch (NoSpace e) {
            Disk.dropTree(staged);
            throw e;
        }
        Files.move(staged, folder, StandardCopyOption.ATOMIC_MOVE);
        disk.forceFolder(folder.getParent());
        Checkpoint nothing = Checkpoint.nothing(name);
        Whole whole = new Whole(name, folder, Optional.empty(), Optional.of(nothing));
        return new Bag(disk, name, folder, nothing.known(), false, whole);
    }

    private void stage(Path staged, byte[] about, String name) throws IOException {
        disk.makeFolders(staged.resolve("data"));
        disk.create(staged.resolve(BagTags.BAGIT), BagTags.bagit());
        disk.create(staged.resolve(BagTags.INFO), BagTags.openInfo(name));
        disk.create(staged.resolve(BagTags.ABOUT), about);
        String first = Manifest.line(BagTags.ABOUT, Sha256.of(about)) + "\n";
        disk.create(staged.resolve(Manifest.NAME), BagTags.ascii(first));
        disk.create(staged.resolve(Register.NAME), new byte[0]);
        disk.forceFolder(staged.resolve("data"));
        disk.forceFolder(staged);
    }
}
