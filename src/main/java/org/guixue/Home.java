package org.guixue;

import java.nio.file.Path;

/**
 * The one folder with all live data (architecture.md, The archive on disk). Names paths only; whoever owns a folder makes
 * it when it first writes there.
 */
public record Home(Path root) {
    public Home {
        if (!root.isAbsolute()) {
            throw new IllegalArgumentException("expected an absolute path, found: " + root);
        }
    }

    public Path records() {
        return root.resolve("records");
    }

    public Path db() {
        return root.resolve("db");
    }

    public Path index() {
        return root.resolve("index");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    /** An office's own forms, beside the packaged ones. */
    public Path forms() {
        return root.resolve("forms");
    }

    /** An office's own fonts. */
    public Path fonts() {
        return root.resolve("fonts");
    }

    /** Piles that came back, until each of their sheets is settled. */
    public Path scans() {
        return root.resolve("scans");
    }

    public Path log() {
        return root.resolve("log");
    }

    public Path tmp() {
        return root.resolve("tmp");
    }
}
