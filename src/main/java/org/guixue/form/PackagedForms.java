package org.guixue.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** Finds the <code>forms/</code> tree that is packed with the program, whether its classes lie in a folder or in a jar. */
public final class PackagedForms {
    private PackagedForms() {}

    /** Its root. The file system of a jar stays open as long as the program runs. */
    public static Path root() {
        return root(PackagedForms.class.getClassLoader());
    }

    static Path root(ClassLoader loader) {
        URL law = loader.getResource("forms/law.json");
        if (law == null) {
            throw new IllegalStateException("expected forms/law.json on the class path, found none");
        }
        try {
            URI uri = law.toURI();
            if (uri.getScheme().equals("jar")) {
                fileSystem(uri);
            }
            return Path.of(uri).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a resource has an address that is no URI: " + law, e);
        }
    }

    private static FileSystem fileSystem(URI uri) {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(uri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
