package org.guixue.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives all key files of a home another passphrase, so that a kill at any point leaves either the old one or the new one in
 * force, never some files of each: every key is packed anew beside its file ({@code .next}), then a mark decides, then each
 * takes its place. Whatever was decided is finished by {@link #settle} at the next start, which needs no passphrase. Nobody
 * else may use the keys meanwhile.
 */
public final class NewPassphrase {
    private static final String NEXT = ".next";
    private static final String MARK = ".passphrase-changed";

    private final Path folder;

    /** @param folder of the keys of the offices, with the authority's below */
    public NewPassphrase(Path folder) {
        this.folder = folder;
    }

    /**
     * Finishes a change that was decided, and drops what was packed for one that was not.
     *
     * @return whether there was one that {@link #recorded} has not ended yet
     */
    public boolean settle() throws IOException {
        boolean decided = Files.exists(mark());
        for (Path next : files("*" + NEXT)) {
            if (decided) {
                Files.move(
                        next,
                        next.resolveSibling(next.getFileName().toString().replace(NEXT, "")),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                OwnerOnly.force(next.getParent());
            } else {
                Files.delete(next);
            }
        }
        return decided;
    }

    /** Whether that passphrase opens every key; true where there is none. */
    public boolean opens(Passphrase passphrase) {
        try {
            for (Path key : files("*.p12")) {
                KeyFile.read(key, passphrase);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws IOException where the old one does not open every key, or a file cannot be written; then nothing has changed */
    public void change(Passphrase old, Passphrase fresh) throws IOException {
        List<Path> keys = files("*.p12");
        List<KeyFile> opened = new ArrayList<>();
        for (Path key : keys) {
            opened.add(KeyFile.read(key, old));
        }
        for (int i = 0; i < keys.size(); i++) {
            Path next = keys.get(i).resolveSibling(keys.get(i).getFileName() + NEXT);
            opened.get(i).write(next, fresh);
            KeyFile.read(next, fresh);
        }
        OwnerOnly.write(mark(), "the files *.next take their places\n".getBytes(StandardCharsets.US_ASCII));
        settle();
    }

    /** The change is on the trail; nothing is left to be done. */
    public void recorded() throws IOException {
        Files.deleteIfExists(mark());
    }

    private Path mark() {
        return folder.resolve(MARK);
    }

    private List<Path> files(String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path each : List.of(folder, folder.resolve(OfficeKeys.AUTHORITY_FOLDER))) {
            if (Files.isDirectory(each)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(each, glob)) {
                    files.forEach(found::add);
                }
            }
        }
        return found;
    }
}
