package org.guixue.archive;

/** A write or force failed, so nothing more is written until the archive was opened anew, which checks it; never retried. */
public final class ArchiveStopped extends ArchiveException {
    private static final long serialVersionUID = 1;

    ArchiveStopped(Throwable cause) {
        super("the archive has stopped writing until it is opened anew: " + cause.getMessage(), cause);
    }
}
