package org.guixue.batch;

/** Where one paper of a batch stands. */
public enum ItemState {
    WAITING,
    DONE,
    FAILED,
    CANCELLED
}
